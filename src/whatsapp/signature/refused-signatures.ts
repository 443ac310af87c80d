import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Allowance } from '../../log/allowance.js';

/** Refused requests that are kept of each kind. */
const KEPT = 10;
/** Characters of an address that are kept. */
const URL_LENGTH = 300;
/** How many requests a minute are logged and explained: those that name our account, and the rest. */
const OURS_PER_MINUTE = 10;
const OTHERS_PER_MINUTE = 2;

/** Signs that a refused request may come from Twilio after all. */
export interface Marks {
  /** The request names our account, or our token signed it. */
  ours?: boolean;
  /** The request has a signature in Twilio's form. */
  signed?: boolean;
}

/** A refused request, as `diag` shows it. */
export interface RefusedSignature {
  /** Milliseconds since 1970. */
  at: number;
  /** The address that the signature was checked against. */
  url: string;
  reason: string;
  /** Which address or token would have fitted. */
  hint?: string;
}

/** A refused request with its kind: the newest requests of each kind are kept. */
interface Kept {
  kind: string;
  refused: RefusedSignature;
}

/**
 * Keeps and logs the last requests that the signature check refused. Anyone can cause them, so only
 * a few are kept, explained and logged. Requests that name our account's SID have a limit of their
 * own, so that a flood of others can't use it up. Each kind is kept apart for the same reason: those
 * with a hint, and the others by their marks.
 */
@Injectable()
export class RefusedSignatures {
  private readonly logger = new Logger('Signature');
  private readonly ours: Allowance;
  private readonly others: Allowance;
  /** Newest first. */
  private kept: Kept[] = [];

  constructor(private readonly clock: Clock) {
    this.ours = new Allowance(clock, OURS_PER_MINUTE);
    this.others = new Allowance(clock, OTHERS_PER_MINUTE);
  }

  /** Keeps a refused request. `explain` is costly; it is called only within the limit per minute. */
  add(
    url: string,
    reason: string,
    { ours = false, signed = false }: Marks = {},
    explain: () => string | undefined = () => undefined,
  ): void {
    const allowed = (ours ? this.ours : this.others).take();
    const hint = allowed ? explain() : undefined;
    const marked = `${ours ? 'ours' : 'of anybody'}, ${signed ? 'signed' : 'unsigned'}`;
    const kind = hint && signed ? 'explained' : marked;
    this.keep(kind, { at: this.clock.now(), url: url.slice(0, URL_LENGTH), reason, hint });
    if (allowed) this.log(url, reason, hint);
  }

  /** The kept requests, newest first. */
  list(): RefusedSignature[] {
    return this.kept.map(({ refused }) => refused);
  }

  private keep(kind: string, refused: RefusedSignature): void {
    let room = KEPT;
    const all = [{ kind, refused }, ...this.kept];
    this.kept = all.filter((one) => one.kind !== kind || room-- > 0);
  }

  /** Logs the address without its query, which a stranger may have written. */
  private log(url: string, reason: string, hint?: string): void {
    const more = this.ours.denied() + this.others.denied();
    const facts = { url: url.split('?')[0].slice(0, URL_LENGTH), reason, hint };
    this.logger.warn(
      { ...facts, ...(more && { not_logged_before: more }) },
      'Refused a request that should be from Twilio',
    );
  }
}
