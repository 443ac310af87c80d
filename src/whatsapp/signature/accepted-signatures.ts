import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';

/** The last request that was accepted as Twilio's: a person who changes keys looks whether it works. */
export interface AcceptedSignature {
  /** Milliseconds since 1970. */
  at: number;
  /** `the auth token`, or `SharedKey` and its id. */
  signedBy: string;
}

/** Remembers who signed the last genuine request of this process. */
@Injectable()
export class AcceptedSignatures {
  private newest?: AcceptedSignature;

  constructor(private readonly clock: Clock) {}

  add(signedBy: string): void {
    this.newest = { at: this.clock.now(), signedBy };
  }

  /** Undefined as long as none came. */
  last(): AcceptedSignature | undefined {
    return this.newest;
  }
}
