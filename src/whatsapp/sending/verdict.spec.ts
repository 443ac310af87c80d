import { describe, expect, it } from 'vitest';
import { RULINGS } from './verdict.table.js';
import { answerVerdict, failureVerdict, notSent } from './verdict.js';

/** TWILIO.md, section 3, read again by hand: the table must say the same. */
const TABLE: Record<string, number[]> = {
  retry: [20429, 30001, 21611, 63018, 63017, 63012, 63010, 63019],
  stop: [
    63038, 60728, 63007, 63008, 63001, 21606, 21659, 21660, 21612, 21910, 20003, 20404, 20005,
    30002, 21609, 21701, 21703, 21705,
  ],
  dead: [
    63049, 63016, 63003, 63024, 63032, 63014, 21610, 21211, 21614, 21201, 21617, 21658, 63005,
    63013, 63021, 63015, 11751,
  ],
};
/** Of templates and buttons: what was sent is at fault, not the account. */
TABLE.dead.push(21655, 21656, 63027, 63028, 63030, 63040, 63041, 63042);
/** By their own pages: the account is not active, or not allowed. */
TABLE.stop.push(10001, 20403);
const callbackVerdict = (code?: number, message?: string) =>
  failureVerdict('failed', code, message);
const ROWS = Object.entries(TABLE).flatMap(([kind, codes]) => codes.map((code) => [code, kind]));

describe('the table', () => {
  it.each(ROWS as [number, string][])('%i: %s, for a create and for a callback', (code, kind) => {
    const body = { code, message: 'why', more_info: 'where', status: 400 };
    expect(answerVerdict({ status: 400, body })).toMatchObject({ kind, error: { code } });
    expect(callbackVerdict(code)).toMatchObject({ kind, error: { code } });
  });

  it('has no other row, and tells the operator what to do in each', () => {
    expect([...RULINGS.keys()].sort()).toEqual(Object.values(TABLE).flat().sort());
    for (const { action } of RULINGS.values()) expect(action.length).toBeGreaterThan(20);
  });

  it('knows who wants nothing more, and nobody else', () => {
    const optedOut = (code: number) => (callbackVerdict(code) as { optOut?: true }).optOut;
    expect([...RULINGS.keys()].filter(optedOut)).toEqual([21610]);
    const body = { code: 21610, message: 'unsubscribed', status: 400 };
    expect(answerVerdict({ status: 400, body })).toMatchObject({ kind: 'dead', optOut: true });
  });

  it('knows what closes the window, and which buttons are at fault', () => {
    const says = (word: string) => (code: number) => word in callbackVerdict(code);
    expect([...RULINGS.keys()].filter(says('windowClosed'))).toEqual([63016]);
    const unfit = [63005, 63013, 63021, 21655, 21656, 63027, 63028, 63030, 63040, 63041, 63042];
    expect([...RULINGS.keys()].filter(says('unfit'))).toEqual(unfit);
  });

  it('knows whom nothing reaches, and why', () => {
    const why = (code: number) =>
      (callbackVerdict(code) as { unreachable?: string }).unreachable ?? 'reached';
    const codes = (reason: string) => [...RULINGS.keys()].filter((code) => why(code) === reason);
    expect(codes('blocked')).toEqual([63014]);
    expect(codes('invalid').sort()).toEqual([21201, 21211, 21614, 63003, 63015, 63024, 63032]);
    const body = { code: 63014, message: 'blocked', status: 400 };
    expect(answerVerdict({ status: 400, body })).toMatchObject({ unreachable: 'blocked' });
  });

  it('limits and delays what does not heal by itself at once', () => {
    expect(callbackVerdict(63012)).toMatchObject({ notBeforeMs: 30_000 });
    expect(callbackVerdict(63012)).not.toHaveProperty('attempts');
    expect(callbackVerdict(63019)).toMatchObject({ attempts: 2 });
    expect(callbackVerdict(30001)).toMatchObject({ notBeforeMs: 60_000 });
    expect(callbackVerdict(63018)).toMatchObject({ notBeforeMs: 300_000 });
    expect(callbackVerdict(63018)).not.toHaveProperty('attempts');
  });
});

describe('the answer to a create', () => {
  const sid = `SM${'0'.repeat(32)}`;

  it('is accepted with a SID', () => {
    const body = { sid, status: 'accepted' };
    expect(answerVerdict({ status: 201, body })).toEqual({ kind: 'accepted', ...body });
    expect(answerVerdict({ status: 201, body: { sid } })).toMatchObject({ status: 'queued' });
  });

  it.each([200, 201, 204])('is unknown for a %i without a SID', (status) => {
    expect(answerVerdict({ status, body: '<html>' }).kind).toBe('unknown');
  });

  it.each([408, 500, 502, 503, 504, 599])('is unknown for %i, whatever the code', (status) => {
    expect(answerVerdict({ status, body: { code: 21211 } }).kind).toBe('unknown');
    expect(answerVerdict({ status, body: '' }).kind).toBe('unknown');
  });

  it('is retried for 429, at Twilio’s own pace', () => {
    expect(answerVerdict({ status: 429, body: '' })).toMatchObject({ kind: 'retry' });
    expect(answerVerdict({ status: 429, body: '' })).not.toHaveProperty('notBeforeMs');
    expect(answerVerdict({ status: 429, body: {}, retryAfter: 7 })).toMatchObject({
      notBeforeMs: 7000,
    });
    expect(answerVerdict({ status: 429, body: { code: 63038 } }).kind).toBe('stop');
  });

  it.each([301, 307, 401, 403, 404, 407])('stops for %i without a known code', (status) => {
    expect(answerVerdict({ status, body: null }).kind).toBe('stop');
  });

  it.each([400, 405, 409, 410, 413, 415, 422, 451])(
    'waits for %i with a code on no list, in case the account is refused',
    (status) => {
      const pace = { notBeforeMs: 60_000, mostMs: 3_600_000, suspect: true };
      const verdict = answerVerdict({ status, body: { code: 99999, message: 'no' } });
      expect(verdict).toMatchObject({ kind: 'retry', error: { code: 99999, message: 'no' } });
      expect(verdict).toMatchObject(pace);
      expect(verdict).toHaveProperty('error.action', expect.stringContaining('errors/99999'));
      expect(answerVerdict({ status, body: [] })).toMatchObject({
        kind: 'retry',
        error: { code: status },
        ...pace,
      });
    },
  );

  it.each(['failed', 'undelivered', 'canceled'])('is a failure where it says %s', (status) => {
    const body = { sid, status, error_code: 63016, error_message: 'closed' };
    expect(answerVerdict({ status: 201, body })).toMatchObject({
      kind: 'dead',
      error: { code: 63016, message: 'closed' },
      sid,
      status,
    });
    const stopped = { sid, status, error_code: 63007, error_message: null };
    expect(answerVerdict({ status: 201, body: stopped })).toMatchObject({
      kind: 'stop',
      of: 'line',
    });
  });

  it('survives a body of another server', () => {
    for (const body of [null, undefined, 'text', 7, [], { code: '21211', message: { a: 1 } }]) {
      expect(answerVerdict({ status: 400, body })).toMatchObject({
        error: { message: 'HTTP 400' },
      });
    }
  });

  it('keeps addresses out of the message', () => {
    const body = { code: 21211, message: "The 'To' number whatsapp:+15005550001 is not valid" };
    expect(JSON.stringify(answerVerdict({ status: 400, body }))).not.toContain('5005550');
  });
});

describe('a message that was not delivered', () => {
  it('is sent again with a code on no list, or none: about ten times in a day', () => {
    for (const code of [30008, undefined])
      expect(callbackVerdict(code, 'why')).toMatchObject({
        kind: 'retry',
        suspect: true,
        error: { message: 'why' },
      });
    const verdict = callbackVerdict(undefined) as { notBeforeMs: number; mostMs: number };
    let [attempts, at] = [0, 0];
    for (; at < 24 * 3_600_000; attempts++)
      at += Math.min(verdict.mostMs, verdict.notBeforeMs * 2 ** attempts);
    expect(attempts).toBeLessThan(12);
  });

  it('is not sent again when somebody canceled it', () => {
    expect(failureVerdict('canceled')).toMatchObject({ kind: 'dead' });
  });
});

describe('what was not sent', () => {
  it('is retried', () => {
    expect(notSent('ECONNREFUSED')).toMatchObject({
      kind: 'retry',
      error: { message: 'ECONNREFUSED' },
    });
  });
});
