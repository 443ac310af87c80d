import { describe, expect, it } from 'vitest';
import { extractiveAnswers } from '../../../test/support/answers/extractive.js';
import { aDocument, MemoryDocuments } from '../../../test/support/stores/memory/documents.js';
import { SystemClock } from '../../clock.js';
import { KnowledgeService } from '../../knowledge/knowledge.service.js';

const GROUPS = `## Groups

Write to us for a group. A deposit of a group that cancels a kayak trip is kept when it comes late.

| Group | Deposit | Cancel free until |
| --- | --- | --- |
| 1 to 4 people | none | any time |
| 5 to 9 people | £20 | a day before |
| 10 to 16 people | £45 | five days before |
| trips on 10 May | £90 | a month before |

## Tickets

- Under 3 years: free
- 3 to 11 years: £6
- 12 or older: £9

## What each trip asks for

| Trip | Swimming test | Guarantee | Least age |
| --- | --- | --- | --- |
| Kayak | no | £30 | 12 years |
| Rowing boat | no | no | 6 years |
| Paddle board | yes | £15 | 10 years |

## Getting in

There is a ramp at the side door, a toilet on the ground floor, and a heated room where you change and leave your things.

## Late

Who comes back late with a kayak pays £5. Where a guarantee was left, we take it from there. Boats that are wet inside are dried by us.
`;

const VOUCHERS = `# Boat trips
Trips leave from the jetty each hour.

## Boats
The boats have a roof.

# Gift cards
From £10, for a year.
`;

describe('the cells that answer', () => {
  const documents = [
    aDocument('River club', GROUPS),
    aDocument('Boat trips and gift cards at the river', VOUCHERS),
  ];
  const knowledge = new KnowledgeService(new MemoryDocuments(documents), new SystemClock());
  const answers = extractiveAnswers(knowledge);
  const answer = async (text: string, previous?: string) =>
    (await answers.answer({ text, previous, language: 'en', botName: 'Nube' })).text;

  it.each([
    ['what deposit do you ask of a group of 7 people?', '£20', '£45'],
    ['which deposit for a group of 12 people', '£45', '£20'],
    ['how much is a ticket for 8 years?', '£6', '£9'],
    ['how much is a ticket for 40 years?', '£9', '£6'],
    ['is there a guarantee for the kayak?', '| Kayak | no | £30 | 12 years |', 'Rowing boat'],
  ])('%s', async (text, told, other) => {
    expect(await answer(text)).toContain(told);
    expect(await answer(text)).not.toContain(other);
  });

  it('is found by other words alone, where they stand for all that is asked', async () => {
    expect(await answer('my friend is in a wheelchair, can she come in?')).toContain('a ramp');
  });

  it('stands under what a short question names, where the title names it, too', async () => {
    expect(await answer('gift cards')).toMatch(/^\*\*.*Gift cards\*\*\n\nFrom £10/);
  });
});
