import { MongoMemoryReplSet } from 'mongodb-memory-server-core';

/**
 * A real one-node replica set for the whole run, or the reason why there is none.
 * MONGOMS_SYSTEM_BINARY names an installed mongod; otherwise one is downloaded, where that can be.
 */
export async function startMongod(): Promise<{ uri: string; stop: () => Promise<void> } | string> {
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK ??= 'false';
  try {
    const set = await MongoMemoryReplSet.create({
      replSet: { count: 1, storageEngine: 'wiredTiger', args: ['--quiet'] },
      // Nothing here expires, and nobody reads its own statistics: both cost a look each second.
      instanceOpts: [
        { args: parameters({ ttlMonitorEnabled: false, diagnosticDataCollectionEnabled: false }) },
      ],
    });
    return { uri: set.getUri(), stop: async () => void (await set.stop({ doCleanup: true })) };
  } catch (error) {
    return (error as Error).message;
  }
}

function parameters(values: Record<string, unknown>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['--setParameter', `${name}=${value}`]);
}
