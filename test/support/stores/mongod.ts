import { MongoMemoryReplSet } from 'mongodb-memory-server-core';

const WITHOUT = { ttlMonitorEnabled: false, diagnosticDataCollectionEnabled: false };
/** Each suite has a database of its own: what is idle is closed, or it ends for want of open files. */
const FEW_FILES =
  'file_manager=(close_idle_time=10,close_scan_interval=5,close_handle_minimum=1000)';

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
        { args: [...parameters(WITHOUT), '--wiredTigerEngineConfigString', FEW_FILES] },
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
