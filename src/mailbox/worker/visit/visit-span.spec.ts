import { expect, it } from 'vitest';
import type { Work } from '../../turns/work.js';
import { visitSpan } from './visit-span.js';

const claim = { conversationId: 'c', crashes: 0 } as never;
const message = (traceparent?: string, turnId?: string) => ({ details: { traceparent }, turnId });
const work = (more: object) =>
  ({ waiting: [], waitingInAll: 0, earlier: { messages: [] }, ...more }) as unknown as Work;

it('goes on with the trace of the first message that waits, and names the others', () => {
  const waiting = [message('a'), message(), message('b')];
  const span = visitSpan(claim, work({ waiting, waitingInAll: 3 }));
  expect(span).toMatchObject({ parent: 'a', links: ['b'], facts: { 'recado.waiting': 3 } });
});

it('goes on with the trace of the messages of a turn that another visit left, and of no others', () => {
  const messages = [message('x', 'before'), message('a', 'turn'), message('b', 'turn')];
  const left = work({ turn: { id: 'turn' }, earlier: { messages }, waiting: [message('later')] });
  expect(visitSpan(claim, left)).toMatchObject({ parent: 'a', links: ['b'] });
});

it('begins its own trace where no message has one', () => {
  expect(visitSpan(claim, work({ waiting: [message()] }))).toMatchObject({
    parent: null,
    links: [],
  });
});
