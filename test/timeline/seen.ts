import { expect } from 'vitest';
import type { TimelineView } from '../../src/timeline/timeline.dto.js';
import type { SpanView } from '../../src/timeline/span.dto.js';
import type { TestApp } from '../support/app.js';

/** A line of the simulator's list: what Twilio has of a message. */
export interface AtTwilio {
  sid: string;
  direction: string;
  body: string;
  status: string;
  created_at: string;
}

/** How a test looks at the timelines of an app. */
export function watching(app: () => TestApp) {
  const timeline = async (sid: string, query = ''): Promise<TimelineView> => {
    const path = `/api/v1/messages/${sid}/timeline${query}`;
    return (await app().admin('get', path).expect(200)).body as TimelineView;
  };
  return {
    timeline,
    /** Writes as a person does, by the simulator; returns the message's SID. */
    async writes(from: string, body: string, more: object = {}): Promise<string> {
      const message = { from, body, ...more };
      const path = '/messages';
      const { body: written } = await app().emulator.control<any>('POST', path, message);
      expect(written.status).toBe(200);
      return written.sid as string;
    },
    /** Waits for the outcome of a message, and returns its timeline. */
    async becomes(sid: string, outcome: string): Promise<TimelineView> {
      await expect.poll(async () => (await timeline(sid)).outcome).toBe(outcome);
      return timeline(sid);
    },
    /** What Twilio has of what went to and came from an address, oldest first. */
    async atTwilio(address: string): Promise<AtTwilio[]> {
      const path = `/messages?conversation=${encodeURIComponent(address)}&limit=200`;
      return (await app().emulator.control<{ items: AtTwilio[] }>('GET', path)).body.items;
    },
  };
}

/** The names of a timeline's spans. */
export const namesOf = ({ spans }: TimelineView): string[] => spans.map(({ name }) => name);

export const spanOf = ({ spans }: TimelineView, name: string): SpanView => {
  const found = spans.find((span) => span.name === name);
  if (!found) throw new Error(`no span ${name} among ${spans.map((span) => span.name).join(', ')}`);
  return found;
};
