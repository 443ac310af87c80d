import { beforeAll, describe, expect, it } from 'vitest';
import { extractiveAnswers } from '../../../../test/support/answers/extractive.js';
import { aDocument, MemoryDocuments } from '../../../../test/support/stores/memory/documents.js';
import { SystemClock } from '../../../clock.js';
import { KnowledgeService } from '../../../knowledge/knowledge.service.js';
import { replyLanguage } from '../../conversation.js';
import type { ExtractiveAnswers } from '../extractive-answers.js';

const PRICES = `## Plants

| Plant | 12 cm pot | 20 cm pot |
| --- | --- | --- |
| Fern | €6.10 | €14.20 |
| Tree fern | €18.30 | €44.00 |
| White orchid | €9.50 | €21.00 |
| Lavender | €4.40 | €11.80 |

## Tools

- Pump of 3 hp: €210
- Steel rake: €19
- Cotton gloves: €7

## Safe for animals

| Plant | Dogs | Cats |
| --- | --- | --- |
| Fern | yes | yes |
| White orchid | yes | no |
| Lavender | no | no |

## Returns

Anything unopened can be returned within 20 days. A guarantee covers faults only.

## Guarantee

Tools have a guarantee of two years, lamps of one.

## Getting here

Tram 4 stops in front of the garden centre. The pond is behind the greenhouse.
`;

describe('what is beside the thing that was asked for', () => {
  let answers: ExtractiveAnswers;
  beforeAll(() => {
    const documents = new MemoryDocuments([aDocument('Garden centre', PRICES)]);
    answers = extractiveAnswers(new KnowledgeService(documents, new SystemClock()));
  });

  async function answer(text: string, previous?: string): Promise<string> {
    const language = replyLanguage(text, [], 'auto');
    return (await answers.answer({ text, previous, language, botName: 'Nube' })).text;
  }

  it.each(['does the lavender have a guarantee?', 'do white orchids come with a guarantee?'])(
    'tells nothing else of the thing: %s',
    async (question) => expect(await answer(question)).not.toMatch(/€|yes|no \|/),
  );

  it.each([
    ['how much is a pump of 5 hp?', '€210'],
    ['how much are the leather gloves?', '€7'],
    ['price of a vanilla orchid', '€9.50'],
    ['What time does the last tram leave?', 'Tram 4'],
    ['how deep is the pond?', 'pond is behind'],
    ['how far does the pump go on one charge?', '€210'],
    ['how many years has the greenhouse been there?', 'greenhouse'],
  ])('is no answer: %s', async (question, other) => {
    const said = await answer(question);
    expect(said).toMatch(/^I don't have that information/);
    expect(said).not.toContain(other);
  });

  it.each([
    ['how much is a fern?', '€6.10', '€18.30'],
    ['how much is the tree fern', '€18.30', '€6.10'],
    ['I have a cat. Can I keep lavender?', '| Lavender | no | no |', '€'],
  ])('stays out: %s', async (question, told, other) => {
    const said = await answer(question);
    expect(said).toContain(told);
    expect(said).not.toContain(other);
  });

  it('leaves in what somebody who is allergic can have', async () => {
    const said = await answer('My cat eats everything. Which plants do you have?');
    expect(said).toContain('Fern');
    expect(said).toContain('White orchid');
  });

  it('stays out of a follow-up that chooses how much of it', async () => {
    const said = await answer('and two of 20 cm?', 'How much is a fern?');
    expect(said).toContain('€14.20');
    expect(said).not.toContain('€21.00');
  });
});
