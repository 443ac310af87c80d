import { MongoMemoryReplSet } from 'mongodb-memory-server-core';

/** A replica set of three, of which those that aren't the primary can be held. */
export class ThreeMongods {
  private readonly held: number[] = [];

  private constructor(private readonly set: MongoMemoryReplSet) {}

  static async start(): Promise<ThreeMongods> {
    const set = await MongoMemoryReplSet.create({
      replSet: { count: 3, storageEngine: 'wiredTiger', args: ['--quiet'] },
    });
    return new ThreeMongods(set);
  }

  /** Answers are waited for a second only: what nobody confirms is given up soon. */
  get uri(): string {
    return `${this.set.getUri('recado')}&socketTimeoutMS=1000`;
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
