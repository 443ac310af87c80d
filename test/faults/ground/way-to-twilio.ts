import type { Ground } from '../row.js';
import { Way } from './way.js';

/** A way to Twilio on which connections can be cut, and answers held up. */
export class WayToTwilio implements Ground {
  way: Way;
  options: Ground['options'];

  static async start(mongoUri: string | undefined): Promise<WayToTwilio> {
    const ground = new WayToTwilio();
    ground.options = {
      mongoUri,
      twilio: async (emulator) => {
        ground.way = await Way.to(Number(new URL(emulator).port));
        return `http://127.0.0.1:${ground.way.port}`;
      },
    };
    return ground;
  }

  stop(): void {
    this.way?.close();
  }
}
