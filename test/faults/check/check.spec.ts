import { describe, expect, it } from 'vitest';
import type { Ready } from '../ready-watch.js';
import type { Text } from '../writers.js';
import { type Allowed, brokenIn, check, type Facts } from './check.js';
import type { Stored } from './outcomes.js';
import type { Sent } from './sends.js';

const ANA = 'whatsapp:+15005551000';
const BEN = 'whatsapp:+15005551001';

/** Written at a time, and taken ten milliseconds later. */
function text(n: number, at: number, more: Partial<Text> = {}): Text {
  const tokens = [`text ${n} of 0`];
  return { sid: `SM${n}`, from: ANA, tokens, triedAt: at, takenAt: at + 10, refusals: [], ...more };
}

function sent(tokens: string[], at: number, more: Partial<Sent> = {}): Sent {
  const body = tokens.join('\n');
  return { sid: `OUT${at}`, to: ANA, tokens, body, attempt: `a${at}`, at, ...more };
}

const TEXTS = [text(0, 0), text(1, 100), text(2, 200)];
const SENDS = [sent(['text 0 of 0'], 50), sent(['text 1 of 0', 'text 2 of 0'], 250)];
const READY: Ready[] = [{ node: 0, asked: 0, answered: 5, status: 200 }];

function told(facts: Partial<Facts>, allowed: Allowed = {}, outcomes: (string | null)[] = []) {
  const { texts = TEXTS, sends = SENDS, ready = READY, left = [] } = facts;
  const outcomeOf = (n: number) => (outcomes[n] === undefined ? 'answered' : outcomes[n]);
  const all = texts.map(({ sid }, n) => [sid, { outcome: outcomeOf(n) }] as const);
  return check({ texts, sends, ready, left, stored: facts.stored ?? new Map(all) }, allowed);
}

describe('the check of the fault matrix', () => {
  it('holds where each was answered once and in order', () => {
    const verdict = told({});
    expect(brokenIn(verdict)).toBeUndefined();
    expect(verdict).toMatchObject({ acknowledged: 3, answered: 3, longestUnanswered: 140 });
  });

  it('finds what was lost: not stored, answered by nothing, or ended otherwise', () => {
    const two = new Map([
      ['SM0', { outcome: 'answered' }],
      ['SM1', { outcome: 'answered' }],
    ]);
    expect(told({ stored: two }).lost).toEqual([`${ANA} text 2 of 0 (SM2): undefined`]);
    expect(told({ sends: SENDS.slice(1) }).lost).toHaveLength(1);
    expect(told({}, {}, ['dead']).lost).toHaveLength(1);
    expect(told({}, { ends: ['dead'] }, ['dead']).lost).toEqual([]);
  });

  it('finds what was sent twice, unless Twilio knew before that the first had failed', () => {
    const again = sent(['text 0 of 0'], 70);
    expect(told({ sends: [SENDS[0], again, SENDS[1]] }).twice).toHaveLength(1);
    const failed = { ...SENDS[0], failedAt: 60 };
    expect(told({ sends: [failed, again, SENDS[1]] }).twice).toEqual([]);
    const failedLater = { ...SENDS[0], failedAt: 80 };
    expect(told({ sends: [failedLater, again, SENDS[1]] }).twice).toHaveLength(1);
  });

  it('finds what is out of order: of two texts, and of the parts of one', () => {
    const swapped = [sent(['text 1 of 0', 'text 0 of 0', 'text 2 of 0'], 50)];
    expect(told({ sends: swapped }).disordered).toEqual([`${ANA} text 1 of 0 before text 0 of 0`]);
    const atOnce = [text(0, 0, { takenAt: 500 }), text(1, 100), text(2, 200)];
    expect(told({ texts: atOnce, sends: swapped }).disordered).toEqual([]);
    const parts = ['text 0 of 0 part 1', 'text 0 of 0 part 2'];
    const long = { texts: [text(0, 0, { tokens: parts })] };
    const wrong = [sent([parts[1]], 50), sent([parts[0]], 60)];
    expect(told({ ...long, sends: wrong }).disordered).toHaveLength(1);
    expect(told({ ...long, sends: wrong.toReversed() }).disordered).toEqual([]);
  });

  it('finds what is stuck, and what is in doubt where that cannot be', () => {
    expect(told({}, {}, [null]).stuck).toHaveLength(1);
    const doubtful = told({ sends: SENDS.slice(1) }, {}, ['uncertain']);
    expect([doubtful.doubtful.length, doubtful.uncertain, doubtful.lost]).toEqual([1, 1, []]);
    expect(told({}, { uncertain: true }, ['uncertain']).doubtful).toEqual([]);
  });

  it('finds what is strange: the words of nobody, or of somebody else', () => {
    const nobody = sent([], 300, { body: 'An advertisement.' });
    expect(told({ sends: [...SENDS, nobody] }).strange).toHaveLength(1);
    const elsewhere = sent(['text 0 of 0'], 300, { to: BEN });
    expect(told({ sends: [...SENDS, elsewhere] }).strange).toHaveLength(1);
    const another = sent([], 300, { attempt: null });
    expect(told({ sends: [...SENDS, another] }).strange).toEqual([]);
  });

  it('finds an answer without its words by its attempts', () => {
    const sends = [sent([], 50), sent(['text 1 of 0', 'text 2 of 0'], 250)];
    const answered = { outcome: 'answered' };
    const stored = new Map<string, Stored>([
      ['SM0', { outcome: 'answered', attempts: [['before', 'a50']] }],
      ['SM1', answered],
      ['SM2', answered],
    ]);
    expect(brokenIn(told({ sends, stored }))).toBeUndefined();
    stored.set('SM0', { outcome: 'answered', attempts: [['a50'], ['never']] });
    expect(told({ sends, stored }).lost).toHaveLength(1);
  });

  it('finds what was kept though it was to go, and answered though it was not ours', () => {
    const erased = [text(0, 0, { gone: 'erased' }), text(1, 100), text(2, 200)];
    expect(told({ texts: erased }).kept).toHaveLength(1);
    const without = new Map(['SM1', 'SM2'].map((sid) => [sid, { outcome: 'answered' }]));
    expect(brokenIn(told({ texts: erased, stored: without }))).toBeUndefined();
    const left = ['a row of turns: old'];
    expect(told({ texts: erased, stored: without, left }).kept).toEqual(left);
    const foreign = [text(0, 0, { gone: 'foreign' }), ...TEXTS.slice(1)];
    expect(told({ texts: foreign, stored: without }).kept).toHaveLength(1);
  });

  it('finds a node that said it was ready and refused, and who was refused at all', () => {
    const refusals = [{ at: 100, status: 503 }];
    const texts = [text(0, 0, { refusals, takenAt: 150 }), ...TEXTS.slice(1)];
    const verdict = told({ texts }, { noneRefused: true });
    expect([verdict.lied.length, verdict.refused, verdict.longestRefusal]).toEqual([
      1,
      ['503'],
      150,
    ]);
    const away: Ready[] = [...READY, { node: 0, asked: 50, answered: 90, status: 503 }];
    expect(told({ texts, ready: away }).lied).toEqual([]);
    const dead = [text(0, 0, { refusals: [{ at: 9, status: null }] }), ...TEXTS.slice(1)];
    expect(told({ texts: dead }).lied).toEqual([]);
  });
});
