import type { Collections } from '../../storage/mongo/collections.js';
import { NodeKeys, type NodeWithKeys, type UsedKeys } from './node-keys.js';

/** On MongoDB each process says it in the row by which the others know it. */
class KeysOfProcesses extends NodeKeys {
  constructor(private readonly db: Collections) {
    super();
  }

  tell(keys: UsedKeys): void {
    this.db.mongo.processes.tell({ keys });
  }

  async all(): Promise<NodeWithKeys[]> {
    const { processes } = this.db.mongo;
    const living = await processes.living();
    return living.map(({ _id, host, pid, told }) => ({
      node: `${host.split(' ')[0]} ${pid}`,
      own: _id === processes.id,
      keys: told?.keys as UsedKeys | undefined,
    }));
  }
}

export const open = (db: Collections): NodeKeys => new KeysOfProcesses(db);
