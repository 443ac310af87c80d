import type { mongo } from 'mongoose';

/**
 * MongoDB's error code DuplicateKey (https://www.mongodb.com/docs/manual/reference/error-codes/).
 */
const DUPLICATE_KEY = 11000;

/** Tells whether a write, or a write of a batch, failed because its unique value exists already. */
export function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: unknown }).code === DUPLICATE_KEY;
}

/** MongoDB's error code MaxTimeMSExpired (as above). */
const OUT_OF_TIME = 50;

/** Tells whether the server gave a command up because its `maxTimeMS` was over. */
export function isOutOfTime(error: unknown): boolean {
  return (error as { code?: unknown }).code === OUT_OF_TIME;
}

/**
 * Returns the places of the rows, of those inserted together, that were there before. Throws any
 * other error again.
 */
export function duplicatesOf(error: unknown): number[] {
  const { writeErrors, result } = error as Partial<mongo.MongoBulkWriteError>;
  const errors = [writeErrors ?? []].flat();
  // When there are duplicates, the driver's error doesn't say that the majority failed to confirm
  // the other rows. Only its result does.
  const durable = !result?.getWriteConcernError();
  if (!durable || !errors.length || !errors.every(isDuplicateKey)) throw error;
  return errors.map(({ index }) => index);
}

/** What the driver's error says about the servers that it tried to reach. */
interface Topology {
  setName?: string | null;
  servers?: Map<string, { error?: Error | null }>;
}

/**
 * Says in a few words why there is no connection. The driver's own message isn't used: it contains
 * the address, and for a wrong name of the replica set it only mentions a time-out.
 */
export function whyUnreached(error: unknown): string {
  const { name, codeName, reason } = error as Error & { codeName?: string; reason?: Topology };
  if (codeName === 'AuthenticationFailed') return 'it refuses the user or the password';
  if (codeName) return `it refuses (${codeName})`;
  const servers = [...(reason?.servers?.values() ?? [])];
  const failed = servers.find((server) => server.error)?.error;
  if (failed) return codeOf(failed);
  // The driver drops a server that belongs to another replica set, so that no server has an error.
  if (reason?.setName) return `no primary of a replica set named ${reason.setName} answers`;
  return name;
}

/** Returns the network's error code, such as ECONNREFUSED, which the driver wraps. */
function codeOf(error: Error): string {
  const { cause, message, name } = error;
  if (/secure TLS/.test(message)) return 'no TLS is spoken there';
  if (/Timeout/.test(name)) return 'no answer in time';
  return (cause as { code?: string } | undefined)?.code ?? name;
}
