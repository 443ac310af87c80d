import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import type { Response } from 'express';

/** The error that Twilio's REST API answers with: twilio.com/docs/api/errors. */
export class TwilioError extends HttpException {
  constructor(
    status: number,
    readonly code: number,
    message: string,
  ) {
    const moreInfo = `https://www.twilio.com/docs/errors/${code}`;
    super({ code, message, more_info: moreInfo, status }, status);
    this.message = message;
  }

  static notFound(path: string): TwilioError {
    return new TwilioError(404, 20404, `The requested resource ${path} was not found`);
  }

  static internal(): TwilioError {
    return new TwilioError(500, 20500, 'An internal server error has occurred');
  }
}

/** A form that Twilio doesn't take. */
export function refused(code: number, message: string): TwilioError {
  return new TwilioError(400, code, message);
}

/** Errors on Twilio's paths leave in Twilio's form, whatever caused them. */
@Catch()
export class TwilioErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Simulator');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const answer = this.asTwilio(error);
    if (response.headersSent) return void response.destroy();
    if (answer.getStatus() === 401) response.set('WWW-Authenticate', 'Basic realm="Twilio API"');
    if (answer.getStatus() === 429) response.set('Retry-After', '1');
    response.status(answer.getStatus()).json(answer.getResponse());
  }

  private asTwilio(error: unknown): TwilioError {
    if (error instanceof TwilioError) return error;
    const { status, message } = error as { status?: number; message?: string };
    if (status && status < 500) return new TwilioError(status, 20001, message ?? 'Bad request');
    this.logger.error(message, (error as Error).stack);
    return TwilioError.internal();
  }
}
