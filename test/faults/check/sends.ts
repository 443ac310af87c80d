import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { tokensIn } from '../writers.js';

/** A part that Twilio accepted, as the emulator's ledger has it. */
export interface Sent {
  sid: string;
  to: string;
  /** The marks in it, in their order. */
  tokens: string[];
  body: string;
  /** The attempt in the address of its callback. */
  attempt: string | null;
  at: number;
  /** Twilio knows that it failed, since when; undefined if it didn't. */
  failedAt?: number;
}

interface Line {
  event: string;
  sid: string;
  direction: 'inbound' | 'outbound';
  to: string;
  body: string;
  status: string;
  status_callback: string | null;
  created_at: string;
  updated_at: string;
}

/** Reads the emulator's ledger, each time only what is new in it. */
export class Sends {
  readonly all: Sent[] = [];
  private readonly bySid = new Map<string, Sent>();
  private readonly marks = new Set<string>();
  private readonly file: string;
  private offset = 0;

  constructor(file: string) {
    this.file = file;
  }

  /** The marks that were accepted by now. */
  get texts(): ReadonlySet<string> {
    this.read();
    return this.marks;
  }

  has(token: string): boolean {
    return this.texts.has(token);
  }

  /** Those that Twilio accepted by now, in its order. */
  read(): Sent[] {
    for (const line of this.news()) this.take(JSON.parse(line) as Line);
    return this.all;
  }

  private take(line: Line): void {
    if (line.direction !== 'outbound') return;
    if (line.event === 'created') this.add(line);
    if (line.status !== 'failed' && line.status !== 'undelivered') return;
    this.bySid.get(line.sid)!.failedAt ??= Date.parse(line.updated_at);
  }

  private add({ sid, to, body, status_callback, created_at }: Line): void {
    const attempt = status_callback && new URL(status_callback).searchParams.get('attempt');
    const sent: Sent = {
      sid,
      to,
      tokens: tokensIn(body),
      body,
      attempt,
      at: Date.parse(created_at),
    };
    this.all.push(sent);
    for (const token of sent.tokens) this.marks.add(token);
    this.bySid.set(sid, sent);
  }

  /** Whole lines only: the last one may be half written. */
  private news(): string[] {
    const file = openSync(this.file, 'r');
    try {
      const bytes = Buffer.alloc(fstatSync(file).size - this.offset);
      readSync(file, bytes, 0, bytes.length, this.offset);
      const end = bytes.lastIndexOf('\n') + 1;
      this.offset += end;
      return bytes.toString('utf8', 0, end).split('\n').filter(Boolean);
    } finally {
      closeSync(file);
    }
  }
}
