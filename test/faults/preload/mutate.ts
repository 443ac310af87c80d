/** Breaks one promise of the process that it is loaded into: FAULTS_MUTATION names it. */
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { answered, edited, rewritten } from './changes.js';
import { answersForgotten, committedLate } from './late.js';

type Handler = (...given: any[]) => any;

/** Milliseconds by which what was acknowledged is durable too late. */
const LATE_MS = 1500;

const JSON_TYPE = { 'content-type': 'application/json' };

const MUTATIONS: Record<string, () => void> = {
  /** A 2xx comes before anything is durable. */
  'acknowledged-early': () => {
    committedLate(LATE_MS);
    edited({
      file: 'mailbox/intake/intake.mongo.js',
      from: 'return overACut(()=>this.accepting.add(message));',
      to: `setTimeout(() => this.accepting.add(message).catch(() => undefined), ${LATE_MS});
        return Promise.resolve({ conversationId: '', messageId: message.id });`,
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
    edited({
      file: 'mailbox/turns/turn-row.mongo.js',
      from: 'function outcomeUpdate(row, outcome = null) {',
      to: 'function outcomeUpdate(row, outcome) { outcome = null;',
    });
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

  /** Of who is erased, the answers stay. */
  'erased-in-part': () => {
    rewritten((sql) => sql.replace('DELETE FROM turns WHERE', 'DELETE FROM turns WHERE 0 AND'));
    edited({
      file: 'sender-data/erasure.mongo.js',
      from: 'this.some(turns.collection, _id, most)',
      to: '0',
    });
  },

  /** A webhook that comes again brings another message. */
  'repeat-forgotten': () => {
    rewritten((sql) => {
      if (/^\s*SELECT conversation_id AS conversationId FROM messages WHERE id/.test(sql))
        return `${sql} AND 0`;
      const id = `CASE WHEN EXISTS (SELECT 1 FROM messages WHERE id = ?1)
        THEN ?1 || hex(randomblob(8)) ELSE ?1 END`;
      return /^\s*INSERT INTO messages/.test(sql) ? sql.replace('VALUES (?', `VALUES (${id}`) : sql;
    });
    edited({
      file: 'mailbox/intake/intake.mongo.js',
      from: 'insertMany(rows,',
      to: `insertMany(rows.map((row) => {
        const taken = (globalThis.taken ??= new Set());
        const _id = taken.has(row._id) ? row._id + Math.random() : row._id;
        return taken.add(row._id), { ...row, _id };
      }),`,
    });
  },

  /** Who lost a mailbox writes an answer into it: neither its token is compared, nor what waits. */
  'fence-forgotten': () =>
    edited(
      {
        file: 'mailbox/turns/turn.sqlite.js',
        from: "if (!holds(db, claim)) return 'lost';",
        to: '',
      },
      {
        file: 'mailbox/turns/turn.sqlite.js',
        from: 'if (!draft.evenIfOutdated &&',
        to: 'if (false &&',
      },
      {
        file: 'mailbox/turns/storing/answers.mongo.js',
        from: 'return known ?? refusalOf(',
        to: 'return known; refusalOf(',
      },
      {
        file: 'mailbox/queue/queue.mongo.js',
        from: 'return matchedCount === 1;',
        to: 'return true;',
      },
    ),

  /** Who finds a stored answer after a crash makes another one. */
  'answer-made-again': () => {
    answersForgotten();
    edited({
      file: 'mailbox/queue/queue.mongo.js',
      from: 'async freeLeasesOf({ id, now }) {',
      to: `async freeLeasesOf({ id, now }) {
        const { turns, outbox, messages } = this.db;
        const $in = (await turns.find({ outcome: null }).lean()).map((turn) => turn._id);
        await messages.deleteMany({ _id: { $in } });
        const waits = { $set: { waiting: true }, $unset: { turn_id: 1 } };
        await messages.updateMany({ turn_id: { $in } }, waits);
        await outbox.deleteMany({ turn_id: { $in } });
        await turns.deleteMany({ _id: { $in } });`,
    });
  },

  /** What Twilio has and didn't bring isn't taken in. */
  'missed-forgotten': () =>
    edited({
      file: 'reconciliation/backfill.service.js',
      from: 'sids.length ? await this.store.missing(sids) : []',
      to: '[]',
    }),

  /** A node says that it is ready, whatever is. */
  'ready-always': () =>
    answered(
      ({ url }) => url === '/health/ready',
      (response) => response.writeHead(200, JSON_TYPE).end('{"status":"ok"}'),
    ),
};

MUTATIONS[process.env.FAULTS_MUTATION!]();
