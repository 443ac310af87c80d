import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoBinary } from 'mongodb-memory-server-core';
import mongoose from 'mongoose';
import { freePort } from '../../support/free-port.js';
import { hasEnded } from '../../support/has-ended.js';
import { until } from '../../support/until.js';
import type { Ground } from '../row.js';

const NAME = 'faults';
/** Milliseconds: a set of three elects its first primary after more than ten seconds. */
const ELECTED_MS = 60_000;

interface Member {
  port: number;
  directory: string;
  child?: ChildProcess;
}

/** A replica set of mongods with their default settings, each of which can be killed or frozen. */
export class ReplicaSet implements Ground {
  options: Ground['options'];
  private readonly members: Member[];

  private constructor(members: Member[]) {
    this.members = members;
    const hosts = members.map(({ port }) => `127.0.0.1:${port}`).join(',');
    this.options = { mongoUri: `mongodb://${hosts}/recado?replicaSet=${NAME}` };
  }

  /** `within`: where their files are; a temporary folder without it. */
  static async of(count: number, within = tmpdir()): Promise<ReplicaSet> {
    const members: Member[] = [];
    for (let n = 0; n < count; n++)
      members.push({ port: await freePort(), directory: mkdtempSync(join(within, 'faults-db-')) });
    const set = new ReplicaSet(members);
    await Promise.all(members.map((_, n) => set.start(n)));
    await set.command(0, { replSetInitiate: { _id: NAME, members: set.hosts() } });
    await set.primary();
    return set;
  }

  /** Resolves once it answers. */
  async start(n: number): Promise<void> {
    const { port, directory } = this.members[n];
    const place = ['--port', `${port}`, '--dbpath', directory, '--bind_ip', '127.0.0.1'];
    const args = [...place, '--replSet', NAME, '--nounixsocket', '--wiredTigerCacheSizeGB', '0.25'];
    this.members[n].child = spawn(await MongoBinary.getPath(), args, { stdio: 'ignore' });
    await until(() => this.command(n, { ping: 1 }), ELECTED_MS);
  }

  async kill(n: number): Promise<void> {
    const child = this.members[n].child!;
    if (this.hasEnded(n)) return;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  }

  hasEnded(n: number): boolean {
    return hasEnded(this.members[n].child!);
  }

  pid(n: number): number {
    return this.members[n].child!.pid!;
  }

  /** Its connections stay, and nothing answers. */
  freeze(n: number): void {
    this.members[n].child!.kill('SIGSTOP');
  }

  wake(n: number): void {
    this.members[n].child!.kill('SIGCONT');
  }

  /** Another one becomes the primary. */
  async stepDown(n: number): Promise<void> {
    await this.command(n, { replSetStepDown: 30, force: true }).catch(() => undefined);
  }

  get size(): number {
    return this.members.length;
  }

  /** Which one takes writes, once there is one; not `but`. */
  primary(but?: number): Promise<number> {
    const looked = async () => {
      const all = await Promise.all(this.members.map((_, n) => this.isPrimary(n)));
      const found = all.findIndex((is, n) => is && n !== but);
      return found < 0 ? undefined : { found };
    };
    return until(looked, ELECTED_MS).then(({ found }) => found);
  }

  /** Until each of them is the primary or follows it. */
  async whole(): Promise<void> {
    const isWhole = async () => {
      const n = await this.primary();
      const { members } = (await this.command(n, { replSetGetStatus: 1 })) as {
        members: { state: number }[];
      };
      return members.every(({ state }) => state === 1 || state === 2);
    };
    await until(isWhole, 2 * ELECTED_MS);
  }

  async stop(): Promise<void> {
    for (const n of this.members.keys()) this.wake(n);
    await Promise.all(this.members.map((_, n) => this.kill(n)));
    for (const { directory } of this.members) rmSync(directory, { recursive: true, force: true });
  }

  private async isPrimary(n: number): Promise<boolean> {
    const hello = await this.command(n, { hello: 1 }).catch(() => undefined);
    return hello?.isWritablePrimary === true;
  }

  private async command(n: number, command: object): Promise<Record<string, unknown>> {
    const address = `mongodb://127.0.0.1:${this.members[n].port}/?directConnection=true`;
    const patience = { serverSelectionTimeoutMS: 2000, socketTimeoutMS: 4000 };
    const client = new mongoose.mongo.MongoClient(address, patience);
    try {
      return await client.db('admin').command(command);
    } finally {
      await client.close();
    }
  }

  private hosts() {
    return this.members.map(({ port }, _id) => ({ _id, host: `127.0.0.1:${port}` }));
  }
}
