/** The vectors of a passage's texts, by what they were made from. */
export interface KeptVectors {
  key: string;
  bytes: Uint8Array;
}

/** Keeps vectors, so that no text is sent to a model twice. */
export abstract class VectorStore {
  /** The models that have vectors, and how many passages' each has. */
  abstract models(): Promise<{ model: string; count: number }[]>;

  /** A model's vectors of these keys, in no order; of unknown keys nothing. */
  abstract find(model: string, keys: string[]): Promise<KeptVectors[]>;

  /** All keys that a model has vectors of. */
  abstract keys(model: string): Promise<string[]>;

  /** Keeps vectors; those that another node has kept meanwhile stay. */
  abstract put(model: string, vectors: KeptVectors[]): Promise<void>;

  /** Removes a model's vectors of these keys. */
  abstract remove(model: string, keys: string[]): Promise<void>;

  /** Removes all vectors of a model. */
  abstract clear(model: string): Promise<void>;
}
