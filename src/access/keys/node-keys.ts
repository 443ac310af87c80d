import type { KeyNames } from '../../config/secrets/secrets.js';

/** Which keys a process uses: names, which tell nothing of them. */
export interface UsedKeys extends KeyNames {
  /** Of ADMIN_TOKEN. */
  token: string;
}

/** A process with what it uses; undefined as long as it hasn't said. */
export interface NodeWithKeys {
  /** Its machine and its number there. */
  node: string;
  own: boolean;
  keys?: UsedKeys;
}

/** Which keys each process of this installation uses, so that a change of keys can be followed. */
export abstract class NodeKeys {
  /** Has the others know what this process uses. */
  abstract tell(keys: UsedKeys): void;

  /** All processes that run. */
  abstract all(): Promise<NodeWithKeys[]>;
}
