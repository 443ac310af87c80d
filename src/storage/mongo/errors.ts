/** MongoDB: error 11000, E11000 duplicate key. */
const DUPLICATE_KEY = 11000;

/** Whether a write failed, or one of a batch, because its unique value is there already. */
export function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: unknown }).code === DUPLICATE_KEY;
}

/** What the driver tells of the servers that it looked for. */
interface Topology {
  setName?: string | null;
  servers?: Map<string, { error?: Error | null }>;
}

/**
 * Why there is no connection, in a few words. Not the driver's own: they name the address, and of a
 * wrong name of the replica set they say only that time ran out.
 */
export function whyUnreached(error: unknown): string {
  const { name, codeName, reason } = error as Error & { codeName?: string; reason?: Topology };
  if (codeName === 'AuthenticationFailed') return 'it refuses the user or the password';
  if (codeName) return `it refuses (${codeName})`;
  const servers = [...(reason?.servers?.values() ?? [])];
  const failed = servers.find((server) => server.error)?.error;
  if (failed) return codeOf(failed);
  // One of another set is struck off the list; one that is asked directly stays, and is unknown.
  if (reason?.setName) return `no primary of a replica set named ${reason.setName} answers`;
  return name;
}

/** The driver wraps what the network said. */
function codeOf(error: Error): string {
  const { cause, message, name } = error;
  if (/secure TLS/.test(message)) return 'no TLS is spoken there';
  if (/Timeout/.test(name)) return 'no answer in time';
  return (cause as { code?: string } | undefined)?.code ?? name;
}
