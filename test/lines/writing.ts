import { expect } from 'vitest';
import type { TestApp } from '../support/app.js';
import { aPhone } from '../support/stores/mailboxes.js';
import { sentTo } from '../support/twilio/sent-to.js';

/** A number, of ours or of somebody else. */
export const aNumber = () => `whatsapp:${aPhone()}`;

/** The line's id in the API. */
export const idOf = (number: string) => number.replace('whatsapp:', '');

/** Sets a number of ours up as a line. */
export const setUp = (app: TestApp, number: string, settings: object = {}) =>
  app.admin('put', `/api/v1/lines/${idOf(number)}/config`, settings).expect(200);

/** Writes from a person to a number of ours, as Twilio brings it. */
export async function writeTo(
  app: TestApp,
  person: string,
  number: string,
  body: string,
  more: object = {},
) {
  const message = { from: person, to: number, body, ...more };
  expect(await app.emulator.control('POST', '/messages', message)).toMatchObject({ status: 200 });
}

/** What a person got from a number of ours, oldest first. */
export async function gotFrom(app: TestApp, person: string, number: string): Promise<string[]> {
  const got = await sentTo(app.emulator, person);
  return got.filter(({ from }) => from === number).map(({ body }) => body);
}
