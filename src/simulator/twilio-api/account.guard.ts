import { createHash, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { SimulatorOptions } from '../simulator.options.js';
import { TwilioError } from './twilio-error.js';

/** Twilio's REST authentication: Basic, the account's SID and its auth token. */
@Injectable()
export class AccountGuard implements CanActivate {
  private readonly wanted: Buffer;

  constructor(private readonly options: SimulatorOptions) {
    this.wanted = digest(`${options.accountSid}:${options.authToken}`);
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const given = /^basic +([\w+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const pair = Buffer.from(given ?? '', 'base64').toString('utf8');
    if (!timingSafeEqual(digest(pair), this.wanted)) {
      throw new TwilioError(401, 20003, 'Authenticate');
    }
    const { account } = request.params;
    if (account === undefined || account === this.options.accountSid) return true;
    throw TwilioError.notFound(request.path);
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
