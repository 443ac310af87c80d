import { randomUUID } from 'node:crypto';
import { startMongod } from '../support/stores/mongod.js';

/** The MongoDB of a run of the matrix, for the rows that don't need one of their own. */
export class RunMongod {
  /** Why there is none. */
  missing?: string;
  private mongod?: Exclude<Awaited<ReturnType<typeof startMongod>>, string>;

  /** Starts it once. Where none can be had it says so; with CI=true that ends the process. */
  async start(): Promise<void> {
    if (this.mongod || this.missing) return;
    const started = await startMongod();
    if (typeof started !== 'string') return void (this.mongod = started);
    this.missing = started;
    console.warn(`*** MONGODB ROWS ARE SKIPPED: no mongod can be had (${started}).`);
    if (process.env.CI) process.exit(1);
  }

  /** The address of a new database. */
  freshUri(): string {
    const uri = new URL(this.mongod!.uri);
    uri.pathname = `/f_${randomUUID().replaceAll('-', '')}`;
    return uri.href;
  }

  async stop(): Promise<void> {
    await this.mongod?.stop();
  }
}
