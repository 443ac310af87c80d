import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';

const KEPT = 20;
const URL_LENGTH = 300;

export interface RefusedSignature {
  /** Milliseconds since 1970. */
  at: number;
  /** The address that the signature was checked against. */
  url: string;
  reason: string;
}

/** The last requests that were refused as not Twilio's, for `diag`. Anyone can fill it: it is small. */
@Injectable()
export class RefusedSignatures {
  #last: RefusedSignature[] = [];

  constructor(private readonly clock: Clock) {}

  add(url: string, reason: string): void {
    const refused = { at: this.clock.now(), url: url.slice(0, URL_LENGTH), reason };
    this.#last = [refused, ...this.#last].slice(0, KEPT);
  }

  /** The newest first. */
  list(): RefusedSignature[] {
    return this.#last;
  }
}
