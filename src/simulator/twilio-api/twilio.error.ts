import { HttpException } from '@nestjs/common';

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
