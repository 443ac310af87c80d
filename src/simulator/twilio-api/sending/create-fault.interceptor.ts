import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { Socket } from 'node:net';
import type { Request } from 'express';
import { concatMap, from, type Observable, switchMap } from 'rxjs';
import { Faults } from '../../faults/faults.js';
import type { CreateFaults } from '../../faults/fault-settings.dto.js';
import { HeldConnections } from '../../faults/held-connections.js';
import { TwilioError } from '../twilio-error.js';

/** Lets creating a message go wrong: before the message exists, or after, when it does. */
@Injectable()
export class CreateFault implements NestInterceptor {
  constructor(
    private readonly faults: Faults,
    private readonly held: HeldConnections,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const fault = this.faults.ofCreate();
    if (!fault) return next.handle();
    const { socket } = context.switchToHttp().getRequest<Request>();
    return from(this.before(fault, socket)).pipe(
      switchMap(() => next.handle()),
      concatMap((answer) => this.after(fault, socket, answer)),
    );
  }

  private async before(fault: CreateFaults, socket: Socket): Promise<void> {
    if (fault.mode === 'slow') await pause(fault.delay_ms, undefined, { ref: false });
    if (fault.mode === 'hang') await this.held.hold(socket);
    if (fault.mode === '429' || fault.mode === '500' || fault.mode === 'refuse') {
      throw refusal(fault);
    }
  }

  private async after(fault: CreateFaults, socket: Socket, answer: unknown): Promise<unknown> {
    if (fault.mode === 'accept_hang') return this.held.hold(socket);
    if (fault.mode !== 'accept_cut') return answer;
    socket.destroy();
    return new Promise(() => {});
  }
}

/** Twilio's HTTP status where it is not 400. */
const STATUS: Record<number, number> = { 20003: 401, 20404: 404, 20429: 429 };

function refusal({ mode, error_code: code }: CreateFaults): TwilioError {
  if (mode === '429') return new TwilioError(429, code ?? 20429, 'Too Many Requests');
  if (mode === '500') {
    return code ? new TwilioError(500, code, 'Internal Server Error') : TwilioError.internal();
  }
  const refused = code ?? 21211;
  return new TwilioError(
    STATUS[refused] ?? 400,
    refused,
    `The simulator was told to refuse with ${refused}`,
  );
}
