import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import mongoose from 'mongoose';
import { until } from '../until.js';

/** A replica set of three, of which those that aren't the primary can be held. */
export class ThreeMongods {
  private readonly held: number[] = [];

  private constructor(private readonly set: MongoMemoryReplSet) {}

  static async start(): Promise<ThreeMongods> {
    const set = await MongoMemoryReplSet.create({
      replSet: {
        count: 3,
        storageEngine: 'wiredTiger',
        args: ['--quiet'],
        // The first election waits for so long.
        configSettings: { electionTimeoutMillis: 1000 },
      },
    });
    await electNobodyElse(set.getUri());
    return new ThreeMongods(set);
  }

  get uri(): string {
    return this.set.getUri('recado');
  }

  /** The primary's own address is given. The others' connections stay, and nothing answers. */
  holdAllBut(primary: string): void {
    for (const { instanceInfo } of this.set.servers) {
      const { port, instance } = instanceInfo!;
      if (primary.endsWith(`:${port}`)) continue;
      this.held.push(instance.mongodProcess!.pid!);
    }
    for (const pid of this.held) process.kill(pid, 'SIGSTOP');
  }

  letGo(): void {
    for (const pid of this.held.splice(0)) process.kill(pid, 'SIGCONT');
  }

  async stop(): Promise<void> {
    this.letGo();
    await this.set.stop({ doCleanup: true });
  }
}

/** From now on the primary stays one, also while it hears nothing of the others. */
async function electNobodyElse(uri: string): Promise<void> {
  const client = await mongoose.mongo.MongoClient.connect(uri);
  const admin = client.db('admin');
  const reconfigure = async () => {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    const settings = { ...config.settings, electionTimeoutMillis: 60_000 };
    const changed = { ...config, settings, version: config.version + 1 };
    return !!(await admin.command({ replSetReconfig: changed }));
  };
  // The set may still be busy with its own last change.
  await until(reconfigure, 20_000);
  await client.close();
}
