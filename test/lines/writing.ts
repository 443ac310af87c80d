import { expect } from 'vitest';
import type { TestApp } from '../support/app.js';

interface Listed {
  direction: string;
  from: string;
  to: string;
  body: string;
}

/** Writes from a person to a number of ours, as Twilio brings it. */
export async function writeTo(app: TestApp, person: string, number: string, body: string) {
  const message = { from: person, to: number, body };
  expect(await app.emulator.control('POST', '/messages', message)).toMatchObject({ status: 200 });
}

/** What a person got from a number of ours, oldest first. */
export async function gotFrom(app: TestApp, person: string, number: string): Promise<string[]> {
  const path = `/messages?conversation=${encodeURIComponent(person)}&limit=200`;
  const { body } = await app.emulator.control<{ items: Listed[] }>('GET', path);
  return body.items
    .filter(({ direction, from }) => direction === 'outbound' && from === number)
    .map((message) => message.body);
}
