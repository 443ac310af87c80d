import { describe, expect, it } from 'vitest';
import type { Text } from '../writers.js';
import { leftIn } from './left-in.js';
import type { Tables } from './rows.js';

const ANA = 'whatsapp:+15005551000';
const BEN = 'whatsapp:+15005551001';

function text(sid: string, from: string, token: string, gone?: Text['gone']): Text {
  return { sid, from, tokens: [token], triedAt: 0, takenAt: 1, refusals: [], gone };
}

/** Ana was erased and wrote again, Ben was erased. */
const TEXTS = [
  text('SM0', ANA, 'text 1 of 20', 'erased'),
  text('SM1', ANA, 'text 2 of 20'),
  text('SM2', BEN, 'text 1 of 30', 'erased'),
];
const ANEW = { id: 'new', wa_id: '+15005551000' };
const CLEAN: Tables = {
  conversations: [ANEW],
  messages: [{ id: 'SM1', conversation_id: 'new', turn_id: 'turn', text: 'text 2 of 20' }],
  turns: [{ id: 'turn', conversation_id: 'new' }],
  outbox: [{ id: 'part', conversation_id: 'new', turn_id: 'turn' }],
  former_attempts: [{ part_id: 'part', attempt: 'a' }],
};

const left = (more: Tables) => leftIn({ ...CLEAN, ...more }, ['old'], TEXTS);

describe('what a store holds of the erased', () => {
  it('is nothing where only what came later is there', () => {
    expect(left({})).toEqual([]);
    expect(left({ settings: [{ name: 'x', value: 'text 1 of 200' }] })).toEqual([]);
  });

  it('finds what they wrote, their conversation, and who is gone for good', () => {
    expect(left({ traces: [{ answer_id: 'a', trace: '{"question":"text 1 of 20"}' }] })).toEqual([
      'a row of traces: text 1 of 20',
    ]);
    expect(left({ notes: [{ about: { conversation: 'old' } }] })).toEqual(['a row of notes: old']);
    expect(left({ test_sends: [{ sent_to: '+15005551001' }] })).toHaveLength(1);
    expect(left({ test_sends: [{ sent_to: '+15005551000' }] })).toEqual([]);
  });

  it('leaves to the audit log whose erasure it was, and nothing that was written', () => {
    const entry = (text: string) => left({ audit_log: [{ target: 'old', text }] });
    expect(entry('DELETE /api/v1/conversations/:id')).toEqual([]);
    expect(entry('text 1 of 20')).toEqual(['a row of audit_log: text 1 of 20']);
    expect(entry('+15005551001')).toEqual(['a row of audit_log: +15005551001']);
  });

  it('finds a row without its owner, in either store', () => {
    expect(left({ messages: [], turns: [{ id: 'turn', conversation_id: 'gone' }] })).toEqual([
      'a row of turns: of no conversation_id, gone',
    ]);
    expect(left({ outbox: [] })).toEqual(['a row of former_attempts: of no part_id, part']);
    const mongo = { conversations: [{ _id: 'new' }], turns: [{ _id: 'turn' }] };
    expect(left(mongo)).toEqual([]);
    expect(left({ ...mongo, turns: [] })).toHaveLength(2);
  });
});
