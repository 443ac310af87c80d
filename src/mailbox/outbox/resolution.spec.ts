import { describe, expect, it, test } from 'vitest';
import { resolve, resolveCallback } from './resolution.js';
import { progressOf } from '../../whatsapp/webhook/status-progress.js';
import type { Part } from '../turns/part.js';
import type { StatusUpdate } from './status-update.js';

const error = { code: 20429, message: 'Too many requests' };
const middle = () => 0.5;

describe('resolve', () => {
  test('a retry waits, until its own limit is reached', () => {
    const verdict = { kind: 'retry', error, attempts: 3 } as const;
    expect(resolve(verdict, { attempts: 2, chances: 1 }, middle)).toEqual({
      state: 'pending',
      retryInMs: 1500,
      chances: 2,
      error,
    });
    expect(resolve(verdict, { attempts: 3, chances: 2 })).toEqual({
      state: 'dead',
      chances: 3,
      error,
    });
  });

  test('a retry without a limit goes on until the window closes', () => {
    expect(resolve({ kind: 'retry', error }, { attempts: 500, chances: 0 }).state).toBe('pending');
  });

  test('an outage uses up none of the chances of a code', () => {
    const after = { attempts: 9, chances: 0 };
    expect(resolve({ kind: 'retry', error }, after).chances).toBe(0);
    expect(resolve({ kind: 'retry', error, attempts: 4 }, after).state).toBe('pending');
  });

  test('a slow retry waits at least as long as it says', () => {
    const verdict = { kind: 'retry', error, notBeforeMs: 60_000 } as const;
    expect(resolve(verdict, { attempts: 1, chances: 0 }).retryInMs).toBe(60_000);
  });

  test('a refused line holds the part back', () => {
    expect(resolve({ kind: 'stop', of: 'line', error }, { attempts: 1, chances: 0 })).toMatchObject(
      {
        state: 'pending',
        held: true,
      },
    );
  });

  test('a message that failed at once is kept with the part, so that its callback is no news', () => {
    const made = { sid: 'SM1', status: 'failed' };
    const failure = { kind: 'retry', error, attempts: 2 } as const;
    const before = { attempts: 1, chances: 0 };
    const resolution = resolve({ ...failure, ...made }, before);
    expect(resolution).toMatchObject({ state: 'pending', chances: 1, ...made });
    const part = { ...before, ...resolution } as unknown as Part;
    const update = { ...made, progress: progressOf('failed'), attempt: 'a', failure };
    expect(resolveCallback(part, update)).toBeUndefined();
  });

  test('an unknown outcome is never a reason to send again', () => {
    expect(resolve({ kind: 'unknown', error }, { attempts: 1, chances: 0 })).toEqual({
      state: 'sending',
      error,
    });
  });
});

describe('what is refused', () => {
  const error = { message: 'no' };
  const tried = { attempts: 1, chances: 0 };
  const template = { sid: 'HX1', variables: {} };

  it('goes out as a text where only what can be tapped is at fault', () => {
    const unfit = { kind: 'dead', error, unfit: true } as const;
    const content = { choices: ['Yes'] };
    expect(resolve(unfit, { ...tried, content })).toEqual({
      state: 'pending',
      retryInMs: 0,
      plain: true,
      error,
    });
    expect(resolve(unfit, tried)).toEqual({ state: 'dead', error });
    expect(resolve(unfit, { ...tried, content: { template } })).toEqual({ state: 'dead', error });
  });

  it('closes the window, unless it was a template', () => {
    const closed = { kind: 'dead', error, windowClosed: true } as const;
    const dead = { state: 'dead', error };
    expect(resolve(closed, tried)).toEqual({ ...dead, windowClosed: true });
    expect(resolve(closed, { ...tried, content: { template } })).toEqual(dead);
  });
});

describe('resolveCallback', () => {
  const part: Part = {
    id: 'p',
    turnId: 't',
    position: 0,
    body: 'x',
    state: 'accepted',
    createdAt: 0,
    attempts: 1,
    chances: 0,
    status: 'sent',
  };
  const update = (status: string, over = {}): StatusUpdate => ({
    sid: 'SM1',
    status,
    progress: progressOf(status),
    ...over,
  });

  test('moves forward only', () => {
    expect(resolveCallback(part, update('queued'))).toBeUndefined();
    expect(resolveCallback(part, update('sent'))).toBeUndefined();
    expect(resolveCallback(part, update('delivered'))).toMatchObject({ status: 'delivered' });
    const read = { ...part, status: 'read' };
    expect(resolveCallback(read, update('delivered'))).toBeUndefined();
  });

  test('what has failed stays failed, and what was delivered was', () => {
    const failed = { ...part, status: 'undelivered' };
    expect(resolveCallback(failed, update('delivered'))).toBeUndefined();
    const delivered = { ...part, status: 'delivered' };
    expect(resolveCallback(delivered, update('failed'))).toBeUndefined();
  });

  test('a failure is sorted like a refusal', () => {
    const failure = { kind: 'dead', error } as const;
    expect(resolveCallback(part, update('undelivered', { failure }))).toEqual({
      state: 'dead',
      by: 'callback',
      error,
      sid: 'SM1',
      status: 'undelivered',
    });
  });
});
