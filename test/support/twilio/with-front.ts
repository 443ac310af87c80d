import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import { TestApp } from '../app.js';
import { until } from '../until.js';
import { TwilioFront } from './front.js';

/** A Recado whose Twilio can be broken as a whole, and has senders; once for each store. */
export function withTwilioFront(
  name: string,
  suite: (app: () => TestApp, front: () => TwilioFront) => void,
): void {
  for (const store of ['sqlite', 'mongo'] as const) {
    describe.skipIf(store === 'mongo' && !inject('mongo'))(`${name} on ${store}`, () => {
      let app: TestApp;
      let front: TwilioFront;
      beforeAll(async () => {
        front = await TwilioFront.start();
        const bases = { TWILIO_API_BASE: front.address, TWILIO_MESSAGING_API_BASE: front.address };
        app = await TestApp.start(store, bases);
        front.target = app.emulator.address;
        await until(() => isTaken(app), 60_000);
      });
      afterEach(async () => {
        front.mode = 'pass';
        await app.calm();
      });
      afterAll(async () => {
        await app?.close();
        await front.close();
      });
      suite(
        () => app,
        () => front,
      );
    });
  }
}

/** Twilio's client is loaded at its first request, which takes long where much runs beside it. */
async function isTaken(app: TestApp): Promise<boolean> {
  const { body } = await app.admin('get', '/api/v1/whatsapp/test');
  return (body as { status: string }).status === 'ok';
}
