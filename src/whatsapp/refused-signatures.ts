import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Allowance } from '../http/allowance.js';

const KEPT = 10;
const URL_LENGTH = 300;
/** A minute's, of requests that name our account and of those that don't. */
const NAMING = 10;
const OTHERS = 2;

export interface RefusedSignature {
  /** Milliseconds since 1970. */
  at: number;
  /** The address that the signature was checked against. */
  url: string;
  reason: string;
  /** Which address or token would have fitted. */
  hint?: string;
}

/**
 * The last requests that were refused as not Twilio's, for `diag` and the log. Anyone can cause
 * them: few are kept, explained and logged. A flood that doesn't even know our account's SID can't
 * use up what is for requests that do, nor drive out those that a hint was found for.
 */
@Injectable()
export class RefusedSignatures {
  private readonly logger = new Logger('Signature');
  private readonly naming: Allowance;
  private readonly others: Allowance;
  #explained: RefusedSignature[] = [];
  #last: RefusedSignature[] = [];

  constructor(private readonly clock: Clock) {
    this.naming = new Allowance(clock, NAMING);
    this.others = new Allowance(clock, OTHERS);
  }

  /** `explain` is called a fixed number of times a minute at most. */
  add(
    url: string,
    reason: string,
    namesUs = false,
    explain: () => string | undefined = () => undefined,
  ): void {
    const worth = (namesUs ? this.naming : this.others).take();
    const hint = worth ? explain() : undefined;
    this.#keep({ at: this.clock.now(), url: url.slice(0, URL_LENGTH), reason, hint });
    if (worth) this.#log(url, reason, hint);
  }

  /** The newest first. */
  list(): RefusedSignature[] {
    return [...this.#explained, ...this.#last].sort((a, b) => b.at - a.at);
  }

  #keep(refused: RefusedSignature): void {
    if (refused.hint) this.#explained = [refused, ...this.#explained].slice(0, KEPT);
    else this.#last = [refused, ...this.#last].slice(0, KEPT);
  }

  /** Without the query, which is a stranger's. */
  #log(url: string, reason: string, hint?: string): void {
    const more = this.naming.denied() + this.others.denied();
    const facts = { url: url.split('?')[0].slice(0, URL_LENGTH), reason, hint };
    this.logger.warn(
      { ...facts, ...(more && { not_logged_before: more }) },
      'Refused a request that should be from Twilio',
    );
  }
}
