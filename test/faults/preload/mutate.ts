/** Breaks one promise of the process that it is loaded into: FAULTS_MUTATION names it. */
import http from 'node:http';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { syncBuiltinESMExports } from 'node:module';
import { connection } from './tap.js';
import { WRITTEN } from './steps.js';

/** Milliseconds by which what was acknowledged is durable too late. */
const LATE_MS = 1500;

type Handler = (...given: any[]) => any;

/** Changes what SQLite is told to do. */
function rewritten(rewrite: (sql: string) => string): void {
  const { prepare } = DatabaseSync.prototype;
  DatabaseSync.prototype.prepare = function (sql, ...more) {
    return prepare.call(this, rewrite(sql), ...more);
  };
}

/** Does something else with some of MongoDB's commands. */
function instead(of: RegExp, does: (go: Handler, command: any) => Promise<unknown>): void {
  if (!process.env.MONGODB_URI) return;
  const { prototype } = connection();
  const original = prototype.command as Handler;
  prototype.command = async function (
    this: unknown,
    ns: unknown,
    command: object,
    ...more: unknown[]
  ) {
    const go = () => original.call(this, ns, command, ...more);
    return of.test(JSON.stringify(command)) ? does(go, command) : go();
  } as Handler;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Answers some requests itself. */
function answered(
  which: (request: http.IncomingMessage) => boolean,
  answer: (response: http.ServerResponse) => unknown,
): void {
  const { emit } = http.Server.prototype as { emit: Handler };
  http.Server.prototype.emit = function (this: http.Server, event: string, ...given: any[]) {
    if (event !== 'request' || !which(given[0])) return emit.call(this, event, ...given);
    answer(given[1]);
    return true;
  } as never;
}

const MUTATIONS: Record<string, () => void> = {
  /** A 2xx comes before anything is durable. */
  'acknowledged-early': () => {
    const run = StatementSync.prototype.run as Handler;
    const nothing = { changes: 0, lastInsertRowid: 0 };
    let open: (() => void) | undefined;
    StatementSync.prototype.run = function (this: StatementSync, ...values: any[]) {
      const go = () => run.apply(this, values);
      if (this.sourceSQL === 'BEGIN IMMEDIATE' && open) return nothing;
      if (this.sourceSQL !== 'COMMIT') return go();
      open = go;
      return nothing;
    } as never;
    const late = () => {
      open?.();
      open = undefined;
    };
    setInterval(late, LATE_MS).unref();
    instead(WRITTEN.accept[1], async (go, { documents }) => {
      setTimeout(() => void go().catch(() => undefined), LATE_MS);
      return { ok: 1, n: documents.length };
    });
  },

  /** What Twilio has accepted is sent once more. */
  'sent-again': () => {
    const { request } = http as { request: Handler };
    const again = (options: any, body: Buffer) => {
      const { method, path, hostname, host, port, headers, auth } = options;
      const same = { method, path, host: hostname ?? host, port, headers, auth };
      const second: http.ClientRequest = request(same, (answer: any) => answer.resume());
      second.on('error', () => undefined).end(body);
    };
    (http as { request: Handler }).request = (...given) => {
      const made: http.ClientRequest = request(...given);
      if (made.method !== 'POST' || !made.path.endsWith('/Messages.json')) return made;
      const chunks: Buffer[] = [];
      for (const name of ['write', 'end'] as const) {
        const original = made[name] as Handler;
        made[name] = function (this: unknown, chunk?: unknown, ...more: unknown[]) {
          if (typeof chunk === 'string' || chunk instanceof Uint8Array)
            chunks.push(Buffer.from(chunk as string));
          return original.call(this, chunk, ...more);
        } as never;
      }
      const { hostname, port } = new URL(`http://${made.getHeader('host') as string}`);
      const options = { method: 'POST', path: made.path, hostname, port };
      made.once('response', () => {
        const headers = made.getHeaders();
        again({ ...options, headers }, Buffer.concat(chunks));
      });
      return made;
    };
    syncBuiltinESMExports();
  },

  /** What a sender writes is kept in no order. */
  'order-forgotten': () =>
    rewritten((sql) =>
      /^\s*INSERT INTO messages/.test(sql)
        ? sql.replace('(id,', '(seq, id,').replace('VALUES (', 'VALUES (abs(random()) % 999999, ')
        : sql,
    ),

  /** What became of a turn is never kept. */
  'outcome-forgotten': () => {
    rewritten((sql) =>
      sql.replace(
        'UPDATE turns SET outcome = ?',
        'UPDATE turns SET outcome = CASE ? WHEN 1 THEN 2 END',
      ),
    );
    instead(/^\{"(update|findAndModify)":"turns"[^]*"outcome":"answered"/, async () => ({
      ok: 1,
      n: 1,
      nModified: 1,
    }));
  },

  /** An attempt isn't recorded before its request leaves. */
  'attempt-forgotten': () =>
    rewritten((sql) =>
      sql.replace("UPDATE outbox SET state = 'sending'", "UPDATE outbox SET state = 'pending'"),
    ),

  /** Who is erased is told so, and stays. */
  'erased-later': () =>
    answered(
      ({ method }) => method === 'DELETE',
      (response) => response.writeHead(204).end(),
    ),

  /** A node says that it is ready, whatever is. */
  'ready-always': () =>
    answered(
      ({ url }) => url === '/health/ready',
      (response) => response.writeHead(200, JSON_TYPE).end('{"status":"ok"}'),
    ),
};

MUTATIONS[process.env.FAULTS_MUTATION!]();
