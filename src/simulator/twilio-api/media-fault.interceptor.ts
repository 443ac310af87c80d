import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { NEVER, type Observable } from 'rxjs';
import { Clock } from '../../clock.js';
import type { MediaFaults } from '../faults/fault-settings.dto.js';
import { Faults } from '../faults/faults.js';
import { HeldConnections } from '../faults/held-connections.js';
import { Messages } from '../ledger/messages.js';
import { TwilioError } from './twilio-error.js';

/** Lets fetching the file of a message go wrong. */
@Injectable()
export class MediaFault implements NestInterceptor {
  constructor(
    private readonly faults: Faults,
    private readonly held: HeldConnections,
    private readonly messages: Messages,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const fault = this.faults.ofMedia();
    if (!fault) return next.handle();
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    if (fault.mode === 'refuse') throw new TwilioError(401, 20003, 'Authenticate');
    if (fault.mode === 'late') {
      if (this.isLate(request, fault)) throw TwilioError.notFound(request.path);
      return next.handle();
    }
    if (fault.mode === 'redirect') response.redirect(307, fault.location);
    if (fault.mode === 'endless') this.begin(response);
    return NEVER;
  }

  private isLate({ params }: Request, fault: MediaFaults): boolean {
    const message = this.messages.find(String(params.message));
    return !!message && this.clock.now() < message.createdAt + fault.delay_ms;
  }

  /** A body that begins, and says no more. */
  private begin(response: Response): void {
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).write('...');
    void this.held.hold(response.socket!);
  }
}
