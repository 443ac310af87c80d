import { randomInt } from 'node:crypto';
import { expect } from 'vitest';
import type { TimelineView } from '../../src/timeline/timeline.dto.js';
import type { Console } from './console.fixture.js';

/** The simulator's phones, as a test plays them: who writes, and what goes wrong. */
export function atPhone(app: () => Console) {
  const timeline = async (sid: string) => {
    const answer = await app().recado.call('GET', `/api/v1/messages/${sid}/timeline`);
    return (await answer.json()) as TimelineView;
  };
  const control = async (method: string, path: string, body: object) => {
    const answer = await app().recado.call(method, `/simulator/control/${path}`, body);
    expect(answer.status).toBe(200);
    return (await answer.json()) as { sid: string };
  };
  /** Somebody new writes; returns the SID of the message. */
  const write = async (body: string, more: object = {}): Promise<string> => {
    const from = `whatsapp:+1202555${String(randomInt(10_000)).padStart(4, '0')}`;
    return (await control('POST', 'messages', { from, body, profile_name: 'Ana', ...more })).sid;
  };
  return {
    timeline,
    write,
    faults: (faults: object) => control('PUT', 'faults', faults),
    /** Somebody new writes, and has the answer on their phone. */
    async answered(body: string, more: object = {}): Promise<string> {
      const sid = await write(body, more);
      const arrived = async () => (await timeline(sid)).parts[0]?.status ?? 'not sent';
      await expect.poll(arrived).toMatch(/delivered|read/);
      return sid;
    },
  };
}
