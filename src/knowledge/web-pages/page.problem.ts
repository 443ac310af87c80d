import { STATUS_CODES } from 'node:http';
import { EgressError, type EgressReason } from '../../egress/egress.error.js';
import { Problem } from '../../http/problems/problem.js';

const STATUS: Record<EgressReason, number> = {
  refused: 400,
  'too-large': 413,
  'too-slow': 502,
  unreachable: 502,
  status: 502,
};

/** Makes a problem of an `EgressError`, whose message says what to do; leaves other errors. */
export function notHad(error: unknown): unknown {
  if (!(error instanceof EgressError)) return error;
  return problem(STATUS[error.reason], error.message, error);
}

export function wrongType(contentType: string): Problem {
  const type = contentType.split(';')[0].trim();
  return problem(
    415,
    `What is there is ${type}: pages of HTML, PDF, DOCX, text, Markdown, CSV and images are read. ` +
      'Give the address of one, or save it as one and give the file.',
  );
}

function problem(status: number, message: string, cause?: unknown): Problem {
  // Behind the field's name, as every such message stands.
  const going = `cannot be had: ${message[0].toLowerCase()}${message.slice(1)}`;
  const errors = [{ field: 'url', message: going }];
  return new Problem(status, STATUS_CODES[status]!, message, { errors, cause });
}
