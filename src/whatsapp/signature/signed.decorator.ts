import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { ProblemResponse } from '../../http/problems/problem.response.js';

/** Describes in OpenAPI what the signature guard requires of a route; it checks nothing itself. */
export function SignedByTwilio(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'X-Twilio-Signature',
      required: false,
      description: 'By the auth token, over the public address and the form. 403 without it.',
    }),
    ProblemResponse(403, 'Not signed by the Twilio account that is configured here.'),
  );
}
