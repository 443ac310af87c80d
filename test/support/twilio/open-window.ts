import { afterEach, beforeEach, expect, vi } from 'vitest';
import { Emulator } from './emulator.js';
import { SetClock } from '../stores/set-clock.js';
import type { Received } from './webhook-receiver.js';

export const PERSON = 'whatsapp:+12025550123';

/** An emulator at which somebody's 24-hour window is open, and what a business does with it. */
export class OpenWindow {
  clock: SetClock;
  emulator: Emulator;

  static async open(): Promise<OpenWindow> {
    const window = new OpenWindow();
    window.clock = new SetClock();
    window.emulator = await Emulator.start({ clock: window.clock });
    await window.emulator.control('POST', '/messages', { from: PERSON, body: 'Hello' });
    return window;
  }

  send(more = {}) {
    return this.emulator.client.messages.create({
      to: PERSON,
      from: this.emulator.options.from,
      body: 'Hi',
      statusCallback: `${this.emulator.receiver.address}/status?part=1&attempt=a'b#rc=3`,
      ...more,
    });
  }

  faults(settings: object) {
    return this.emulator.control('PUT', '/faults', settings);
  }

  /** What so many callbacks told. */
  async told(count: number) {
    const found = await this.emulator.receiver.until(count, isCallback);
    return found.map(({ form }) => form.MessageStatus);
  }

  async outbound() {
    const { body } = await this.emulator.control<any>('GET', '/messages');
    return body.items.filter((item: any) => item.direction === 'outbound');
  }

  /** The last message has come to a status. */
  reached(status: string) {
    const last = async () => expect((await this.outbound()).at(-1)?.status).toBe(status);
    return vi.waitFor(last, { interval: 20 });
  }
}

export const isCallback = ({ path }: Received) => path.startsWith('/status');

/** One for each test of a file. */
export function openWindows(): () => OpenWindow {
  let window: OpenWindow;
  beforeEach(async () => void (window = await OpenWindow.open()));
  afterEach(() => window.emulator.close());
  return () => window;
}
