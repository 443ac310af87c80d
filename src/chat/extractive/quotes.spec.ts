import { describe, expect, it } from 'vitest';
import { answerers } from '../../../test/support/answers/extractive.js';
import { aDocument, MemoryDocuments } from '../../../test/support/stores/memory/documents.js';
import { SetClock } from '../../../test/support/stores/set-clock.js';
import { SystemClock } from '../../clock.js';
import { KnowledgeService } from '../../knowledge/knowledge.service.js';

const harbour = `## Lockers
A locker is rented for €3 a day, with a key.

## The jetty
The jetty is for boats of up to 9 metres.

## Collection
Collecting an order at the kiosk is free.

## Delivery
Delivery to your boat costs €6.

## Sauna
Monday to Friday from 7:45 to 10:15. Saturdays and Sundays from 8:30 to 11:15.

## Order until when
Order by 18:00.

## How to order
Write to us or come to the kiosk: you order there.

## Who may paddle
You must be 12 to rent a kayak.

## Opening hours
Monday to Friday from 9:10 to 18:20. Saturdays from 10:00 to 14:30. Closed on Sundays.

## Do you take beginners?
We take beginners in May.

## Do you take sailors?
We take sailors who can swim.

## Moorings

| Boat | Motor | Summer | Winter |
| --- | --- | --- | --- |
| Dinghy | no | €12 | €7 |
| Cutter | yes | €40 | €21 |
`;

describe('the words that answer a question', () => {
  const knowledge = new KnowledgeService(
    new MemoryDocuments([aDocument('Harbour', harbour)]),
    new SystemClock(),
  );
  const saturday = new SetClock(Date.UTC(2026, 10, 28, 9));
  const { quotes } = answerers(knowledge, {}, undefined, saturday);
  const of = async (text: string) =>
    (await quotes.ofMessage({ text, language: 'en', botName: 'Nube' })).map(({ quotes }) => quotes);
  const textsOf = async (text: string) => (await of(text)).flat().map((quote) => quote.text);

  it('tells of nothing else that can be had', async () => {
    expect(await textsOf('Do you rent boats?')).toEqual([]);
    expect(await textsOf('Do you rent lockers?')).toEqual([expect.stringContaining('€3 a day')]);
  });

  it('may be asked about what can be had', async () => {
    expect(await textsOf('How old must one be to rent a kayak?')).toEqual([
      'You must be 12 to rent a kayak.',
    ]);
  });

  it('are those under the same question word', async () => {
    expect((await textsOf('How can I order?'))[0]).toMatch(/^Write to us/);
    expect((await textsOf('Until when can I order?'))[0]).toBe('Order by 18:00.');
  });

  it('are put in order by what else the message says', async () => {
    const [first] = await textsOf('My friends are sailors, do you take us?');
    expect(first).toBe('We take sailors who can swim.');
    const [other] = await textsOf('My friends are beginners, do you take us?');
    expect(other).toBe('We take beginners in May.');
  });

  it('answers what asks for one thing that has two names', async () => {
    const jetty = 'The jetty is for boats of up to 9 metres.';
    expect(await textsOf('Which boats and metres is the old jetty for?')).toEqual([jetty]);
  });

  it('knows of what a choice is asked by what was said before it', async () => {
    expect(await textsOf('I rent a kayak. Which key?')).toEqual([]);
    expect(await textsOf('I rent a locker. Which key?')).toEqual([
      expect.stringContaining('with a key'),
    ]);
  });

  it('says what that costs, where the answer before says it', async () => {
    const [, costs] = await of('Can I collect my order myself, and does that cost anything?');
    expect(costs.map(({ text }) => text)).toEqual([expect.stringContaining('is free')]);
  });

  it('leaves what hangs on a question without an answer', async () => {
    const helmets = 'Where do I leave my helmet overnight? Is there a locker for a boat?';
    expect(await textsOf(helmets)).toEqual([expect.stringContaining('€3 a day')]);
    expect(await textsOf('Who repairs a scratched kayak? Is there a place for kayaks?')).toEqual(
      [],
    );
    expect(await textsOf('Where does the diver sail at dawn? Does it have a jetty?')).toEqual([]);
    const hours = 'Is the drone insured? When do you open?';
    expect(await textsOf(hours)).toEqual([expect.stringContaining('9:10')]);
  });

  it('takes "or" for a choice in one question', async () => {
    expect(await textsOf('Do you repair drones or do I have to bring a key?')).toEqual([]);
  });

  it('tells of the near day that is asked for, where all is about days', async () => {
    const [[quote]] = await of('Can I still get into the sauna tomorrow, with friends?');
    expect(quote.lead).toBe('Tomorrow is Sunday:');
    expect(quote.text).toBe('Saturdays and Sundays from 8:30 to 11:15.');
  });

  it('tells the hours of the day on which somebody asks to come for something else', async () => {
    const [[quote]] = await of('Can I stop by on Tuesday with my drone?');
    expect(quote).toMatchObject({ by: 'hours' });
    expect(quote.text).toContain('9:10 to 18:20');
    expect((await of('Can I stop by with my drone?')).flat()).toEqual([]);
  });

  it('knows the figures of a table that answer, and what says yes or no', async () => {
    const [[price]] = await of('How much is the cutter in winter?');
    expect(price).toMatchObject({ figures: '€21', polar: false });
    const [[prices]] = await of('cutter');
    expect(prices.figures).toBe('€40 | €21');
    const [[motor]] = await of('Does the dinghy have a motor?');
    expect(motor).toMatchObject({ polar: true });
  });
});
