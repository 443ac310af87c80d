import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Allowance } from '../../log/allowance.js';

/** Refused requests that are kept of each kind. */
const KEPT = 10;
/** Characters of an address that are kept. */
const URL_LENGTH = 300;
/**
 * How many requests a minute are logged: those that one of our secrets signed, those that name our
 * account, and the rest. Of the last two each is explained, too, as far as that is costly.
 */
const PROVEN_PER_MINUTE = 10;
const OURS_PER_MINUTE = 10;
const OTHERS_PER_MINUTE = 2;

/** Signs that a refused request may come from Twilio after all. */
export interface Marks {
  /** The request names our account, or our token signed it. */
  ours?: boolean;
  /** The request has a signature in Twilio's form. */
  signed?: boolean;
  /** The request names a key that is not configured, so nothing can be proved of it. */
  keyed?: boolean;
}

/** How a refused request can be explained. */
export interface Explanation {
  /** By a few tries, which are made for every request. What they find is proved. */
  byFew?(): string | undefined;
  /** By many tries: costly, and called only within the limit per minute. */
  byAll?(): string | undefined;
  /** What to do if it is Twilio's all the same. It proves nothing. */
  advice?: string;
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
 * a few are kept and logged. Each kind is kept apart and has its own limit, so that a flood of one
 * uses up nothing of another: what one of our secrets signed for another address, which only Twilio
 * or a copy of its request can be (`signature-hints.ts`); what names our account; the rest.
 */
@Injectable()
export class RefusedSignatures {
  private readonly logger = new Logger('Signature');
  private readonly proven: Allowance;
  private readonly ours: Allowance;
  private readonly others: Allowance;
  /** Newest first. */
  private kept: Kept[] = [];

  constructor(private readonly clock: Clock) {
    this.proven = new Allowance(clock, PROVEN_PER_MINUTE);
    this.ours = new Allowance(clock, OURS_PER_MINUTE);
    this.others = new Allowance(clock, OTHERS_PER_MINUTE);
  }

  /** Keeps a refused request. */
  add(url: string, reason: string, marks: Marks = {}, { advice, ...by }: Explanation = {}): void {
    const found = by.byFew?.();
    const limit = found ? this.proven : marks.ours ? this.ours : this.others;
    const allowed = limit.take();
    const proof = found ?? (allowed ? by.byAll?.() : undefined);
    const hint = proof ?? advice;
    this.keep(proof ? PROVEN : kindOf(marks), {
      at: this.clock.now(),
      url: url.slice(0, URL_LENGTH),
      reason,
      hint,
    });
    if (allowed) this.log(url, reason, hint);
  }

  /** The kept requests, newest first. */
  list(): RefusedSignature[] {
    return this.kept.map(({ refused }) => refused);
  }

  /** Of what is proved, one of each hint is kept: Twilio repeats it with every message. */
  private keep(kind: string, refused: RefusedSignature): void {
    let room = KEPT;
    const same = ({ kind: its, refused: { hint } }: Kept) =>
      kind === PROVEN && its === kind && hint === refused.hint;
    const all = [{ kind, refused }, ...this.kept.filter((one) => !same(one))];
    this.kept = all.filter((one) => one.kind !== kind || room-- > 0);
  }

  /** Logs the address without its query, which a stranger may have written. */
  private log(url: string, reason: string, hint?: string): void {
    const more = this.proven.denied() + this.ours.denied() + this.others.denied();
    const facts = { url: url.split('?')[0].slice(0, URL_LENGTH), reason, hint };
    this.logger.warn(
      { ...facts, ...(more && { not_logged_before: more }) },
      'Refused a request that should be from Twilio',
    );
  }
}

const PROVEN = 'proved';

function kindOf({ ours = false, signed = false, keyed = false }: Marks): string {
  return `${ours ? 'ours' : 'of anybody'}, ${keyed ? 'keyed' : signed ? 'signed' : 'unsigned'}`;
}
