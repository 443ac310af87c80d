import { createRequire } from 'node:module';

/** What is used of the driver's connection, which it doesn't make known. */
interface DriverConnection {
  /** Why it ended. */
  error: Error | null;
  once(event: 'close', listener: () => void): void;
  off(event: 'close', listener: () => void): void;
}
type Write = (this: DriverConnection, ...what: unknown[]) => Promise<unknown>;

const ofMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'));
const { Connection } = ofMongoose('mongodb/lib/cmap/connection.js') as {
  Connection: { prototype: { writeCommand: Write } };
};
const { writeCommand } = Connection.prototype;

/**
 * Lets a write end with its connection, and by the driver's own error. MongoDB's driver (7.8.0) waits
 * for the socket to drain, and heeds nothing but the socket's error there: it hands that on as it is,
 * which neither it nor we take for a lost connection, so that nothing is tried again, and a transaction's
 * end breaks with a `TypeError`. Where the connection timed out, there is no such error, and it waits
 * for ever.
 */
export function endWritesWithTheirConnection(): void {
  Connection.prototype.writeCommand = writeOrEnd;
}

const writeOrEnd: Write = async function (...what) {
  let onClose = (): void => undefined;
  const closed = new Promise((_, reject) =>
    this.once('close', (onClose = () => reject(this.error!))),
  );
  try {
    return await Promise.race([writeCommand.apply(this, what), closed]);
  } finally {
    this.off('close', onClose);
  }
};
