import { hostname } from 'node:os';
import { NodeKeys, type NodeWithKeys, type UsedKeys } from './node-keys.js';

/** On SQLite one process has the store for itself. */
class OnlyNode extends NodeKeys {
  private keys?: UsedKeys;

  tell(keys: UsedKeys): void {
    this.keys = keys;
  }

  async all(): Promise<NodeWithKeys[]> {
    return [{ node: `${hostname()} ${process.pid}`, own: true, keys: this.keys }];
  }
}

export const open = (): NodeKeys => new OnlyNode();
