import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { from, type Observable, switchMap } from 'rxjs';
import { reviver, unreadable } from '../http/edge/body-parsers.js';
import { Problem } from '../http/problems/problem.js';

const MIB = 1024 * 1024;

/**
 * Reads a request's body after the guards have let it in, so that strangers can't make us parse.
 * A body that somebody read before stays as it is.
 */
abstract class BodyInterceptor implements NestInterceptor {
  protected abstract readonly parse: RequestHandler;

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const read = this.read(http.getRequest<Request>(), http.getResponse<Response>());
    return from(read).pipe(switchMap(() => next.handle()));
  }

  protected read(request: Request, response: Response): Promise<void> {
    return new Promise((resolve, reject) => {
      void this.parse(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
    });
  }
}

/** Forms, as Twilio's API takes them. */
@Injectable()
export class FormBody extends BodyInterceptor {
  protected readonly parse = express.urlencoded({ extended: false, limit: MIB });
}

/** Takes JSON only: a foreign web page can't send that without asking first (CORS). */
@Injectable()
export class JsonBody extends BodyInterceptor {
  protected readonly parse = express.json({ limit: 24 * MIB, reviver });

  protected override async read(request: Request, response: Response): Promise<void> {
    if (request.method === 'POST' || request.method === 'PUT') requireJson(request);
    await super.read(request, response).catch((error: unknown) => {
      throw unreadable(error);
    });
  }
}

function requireJson(request: Request): void {
  if (request.is('application/json')) return;
  const detail = 'Send the body as JSON, with Content-Type: application/json.';
  throw new Problem(415, 'Unsupported Media Type', detail);
}
