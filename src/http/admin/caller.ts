import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** Who may use the admin API: a holder of the token, the console's session, our command line. */
export const CALLERS = ['token', 'console', 'command_line'] as const;
export type Caller = (typeof CALLERS)[number];

/** How our command line names itself, beside the token. */
const COMMAND_LINE = 'recado-command-line';

/**
 * Who makes a request that the admin guard has let pass. Without a token it can only have come by the
 * console's cookie. Whoever holds the token may call themselves what they like.
 */
export function callerOf({ headers }: Pick<Request, 'headers'>): Caller {
  if (!headers.authorization) return 'console';
  return headers['user-agent'] === COMMAND_LINE ? 'command_line' : 'token';
}

/** The headers of a request of our command line. */
export function asCommandLine(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}`, 'User-Agent': COMMAND_LINE };
}

/** A handler's argument: who asks. */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(context.switchToHttp().getRequest<Request>()),
);
