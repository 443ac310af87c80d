import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoBinary } from 'mongodb-memory-server-core';
import mongoose from 'mongoose';
import { freePort } from '../free-port.js';
import { hasEnded } from '../has-ended.js';
import { until } from '../until.js';

/** A one-node replica set of a test's own, which can be killed, held, and started in its place. */
export class OwnMongod {
  private readonly directory = mkdtempSync(join(tmpdir(), 'recado-mongod-'));
  private child?: ChildProcess;

  private constructor(private readonly port: number) {}

  /** It has an address, but doesn't run yet. */
  static async reserve(): Promise<OwnMongod> {
    return new OwnMongod(await freePort());
  }

  /**
   * Its loss is noticed sooner than by default, so that tests needn't wait for that; not so soon
   * that a busy machine passes for one.
   */
  get uri(): string {
    const patience = 'heartbeatFrequencyMS=500&connectTimeoutMS=1500&serverSelectionTimeoutMS=2000';
    return `mongodb://127.0.0.1:${this.port}/recado?replicaSet=own&${patience}`;
  }

  /** Resolves once it takes writes. */
  async start(): Promise<void> {
    const client = await this.launch(['--replSet', 'own']);
    const members = [{ _id: 0, host: `127.0.0.1:${this.port}` }];
    const admin = client.db('admin');
    // A second time it is one already.
    await admin.command({ replSetInitiate: { _id: 'own', members } }).catch(() => undefined);
    const primary = async () => (await admin.command({ hello: 1 })).isWritablePrimary;
    await until(primary, 20_000);
    await client.close();
  }

  /** Resolves once it answers, as whatever its arguments make of it. */
  async begin(args: string[]): Promise<void> {
    await (await this.launch(args)).close();
  }

  /** A client of the server that it starts, by itself. */
  private async launch(more: string[]) {
    const binary = await MongoBinary.getPath();
    const place = ['--port', String(this.port), '--dbpath', this.directory];
    const alone = ['--bind_ip', '127.0.0.1', '--nounixsocket'];
    // A transaction that was cut off holds its locks for so long; a minute by default.
    const soon = ['--setParameter', 'transactionLifetimeLimitSeconds=3'];
    const args = [...place, ...alone, ...soon, '--wiredTigerCacheSizeGB', '0.25', ...more];
    this.child = spawn(binary, args, { stdio: 'ignore' });
    const address = `mongodb://127.0.0.1:${this.port}/?directConnection=true`;
    return mongoose.mongo.MongoClient.connect(address, { serverSelectionTimeoutMS: 20_000 });
  }

  /** Its connections stay, and nothing answers. */
  hold(): void {
    this.child!.kill('SIGSTOP');
  }

  letGo(): void {
    this.child!.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child || hasEnded(child)) return;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.directory, { recursive: true });
  }
}
