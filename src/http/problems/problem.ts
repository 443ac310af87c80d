import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';

/** What is wrong with one field of a request. */
export class FieldError {
  @ApiProperty({ example: 'limit' })
  field: string;
  @ApiProperty({ example: 'must not be greater than 200' })
  message: string;
}

/** What is wrong with a field that a request has and its route doesn't know. */
export const UNKNOWN_FIELD = 'is not a field of this request';

/** What an error says besides its three fields. */
export interface ProblemExtra {
  /** A URI that names the kind of problem; `about:blank` when the status says it all. */
  type?: string;
  errors?: FieldError[];
  headers?: Record<string, string>;
  /** Kept for the log, never sent. */
  cause?: unknown;
}

/**
 * An error as the caller sees it: RFC 9457, `application/problem+json`. `detail` says what the
 * caller should do, and holds no secret: it is sent as it is.
 */
export class Problem extends HttpException {
  constructor(
    status: number,
    readonly title: string,
    readonly detail: string,
    readonly extra: ProblemExtra = {},
  ) {
    super(detail, status, { cause: extra.cause });
  }
}

/** The form in which the API sends a problem. */
export class ProblemBody {
  @ApiProperty({ example: 'about:blank' })
  type: string;
  @ApiProperty({ example: 'Bad Request' })
  title: string;
  @ApiProperty({ type: 'integer', example: 400 })
  status: number;
  @ApiProperty({ example: 'limit must not be greater than 200' })
  detail: string;
  @ApiProperty({
    description:
      'Also in the X-Request-Id header, and on each line that the log has about this request: with ' +
      'LOG_LEVEL=debug every request has one; with info a slow one has, and one that failed here ' +
      '(5xx; of 503s a few a minute).',
  })
  request_id: string;
  @ApiProperty({ type: [FieldError], required: false })
  errors?: FieldError[];
}

export function bodyOf(problem: Problem, requestId: string): ProblemBody {
  const { type = 'about:blank', errors } = problem.extra;
  const status = problem.getStatus();
  const title = problem.title || STATUS_CODES[status] || 'Error';
  const body = { type, title, status, detail: problem.detail, request_id: requestId };
  return errors?.length ? { ...body, errors } : body;
}
