import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Allowance } from '../../log/allowance.js';

const KEPT = 10;
const URL_LENGTH = 300;
/** A minute's, of requests that may be meant for us and of those that anybody makes. */
const MEANT = 10;
const OTHERS = 2;

/** What speaks for a request's being Twilio's, though it was refused. */
export interface Marks {
  /** It names our account, or our token signed it. */
  ours?: boolean;
  /** It has a signature as Twilio writes them. */
  signed?: boolean;
}

export interface RefusedSignature {
  /** Milliseconds since 1970. */
  at: number;
  /** The address that the signature was checked against. */
  url: string;
  reason: string;
  /** Which address or token would have fitted. */
  hint?: string;
}

/** Of each kind the last few are kept. */
interface Kept {
  kind: string;
  refused: RefusedSignature;
}

/**
 * The last requests that were refused as not Twilio's, for `diag` and the log. Anyone can cause
 * them: few are kept, explained and logged. A flood that doesn't even know our account's SID can't
 * use up what is for requests that do. Nor does it drive anything out but its like: those that a
 * hint was found for are kept apart, and the others by how much speaks for them.
 */
@Injectable()
export class RefusedSignatures {
  private readonly logger = new Logger('Signature');
  private readonly meant: Allowance;
  private readonly others: Allowance;
  /** The newest first. */
  private kept: Kept[] = [];

  constructor(private readonly clock: Clock) {
    this.meant = new Allowance(clock, MEANT);
    this.others = new Allowance(clock, OTHERS);
  }

  /** `explain` is called a fixed number of times a minute at most. */
  add(
    url: string,
    reason: string,
    { ours = false, signed = false }: Marks = {},
    explain: () => string | undefined = () => undefined,
  ): void {
    const worth = (ours ? this.meant : this.others).take();
    const hint = worth ? explain() : undefined;
    const marked = `${ours ? 'ours' : 'of anybody'}, ${signed ? 'signed' : 'unsigned'}`;
    const kind = hint && signed ? 'explained' : marked;
    this.keep(kind, { at: this.clock.now(), url: url.slice(0, URL_LENGTH), reason, hint });
    if (worth) this.log(url, reason, hint);
  }

  /** The newest first. */
  list(): RefusedSignature[] {
    return this.kept.map(({ refused }) => refused);
  }

  private keep(kind: string, refused: RefusedSignature): void {
    let room = KEPT;
    const all = [{ kind, refused }, ...this.kept];
    this.kept = all.filter((one) => one.kind !== kind || room-- > 0);
  }

  /** Without the query, which is a stranger's. */
  private log(url: string, reason: string, hint?: string): void {
    const more = this.meant.denied() + this.others.denied();
    const facts = { url: url.split('?')[0].slice(0, URL_LENGTH), reason, hint };
    this.logger.warn(
      { ...facts, ...(more && { not_logged_before: more }) },
      'Refused a request that should be from Twilio',
    );
  }
}
