import type { Ground } from '../row.js';
import { Way } from './way.js';

/** A way to the run's MongoDB on which answers can be lost. */
export class WayToMongo implements Ground {
  readonly way: Way;
  readonly options: Ground['options'];

  private constructor(way: Way, mongoUri: string) {
    this.way = way;
    this.options = { mongoUri };
  }

  static async start(mongoUri: string | undefined): Promise<WayToMongo> {
    const { port, pathname } = new URL(mongoUri!);
    const way = await Way.to(Number(port));
    const uri = `mongodb://127.0.0.1:${way.port}${pathname}?directConnection=true`;
    return new WayToMongo(way, uri);
  }

  /** It is open. */
  async whole(): Promise<void> {
    this.way.set('open');
  }

  stop(): void {
    this.way.close();
  }
}
