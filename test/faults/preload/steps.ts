/** The steps of a message's road, by what is written at each: `accept`, `turn`, … in either store. */
export const WRITTEN = {
  /** A message that came in. */
  accept: [/^\s*INSERT INTO messages[^]*\|[^]*"user"/, /^\{"insert":"messages"[^]*"role":"user"/],
  /** An answer. */
  turn: [/^\s*INSERT INTO turns/, /^\{"(insert|update)":"turns"[^]*"answer":/],
  /** An attempt, before its request leaves. */
  attempt: [
    /^\s*(UPDATE outbox SET state = 'sending'|INSERT INTO outbox[^]*["']sending["'])/,
    /^\{"(insert|update|findAndModify)":"outbox"[^]*"state":"sending"[^]*"attempts"/,
  ],
  /** That Twilio has accepted it. */
  verdict: [
    /^\s*UPDATE outbox[^]*\|[^]*"accepted"/,
    /^\{"(update|findAndModify)":"outbox"[^]*"state":"accepted"/,
  ],
} as const;

export type Written = keyof typeof WRITTEN;

/** Where a process is to die: at the nth time that it gets there. */
export interface DeadlyStep {
  at: Written | 'request' | 'migration' | 'index';
  when: 'before' | 'after';
  nth: number;
  /** SIGKILL, unless it says else. */
  signal?: NodeJS.Signals;
}

/** What Recado's environment must be, so that it dies there. */
export function dyingAt(step: DeadlyStep): NodeJS.ProcessEnv {
  return { ...preloaded('./die.ts'), FAULTS_DIE: JSON.stringify(step) };
}

/** Loads a module of this folder into each thread of a process, before its own code. */
export function preloaded(module: string): NodeJS.ProcessEnv {
  const files = ['../../support/typescript-in-threads.js', module];
  const imports = files.map((file) => `--import=${new URL(file, import.meta.url).href}`);
  return { NODE_OPTIONS: imports.join(' ') };
}
