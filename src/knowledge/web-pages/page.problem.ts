import { STATUS_CODES } from 'node:http';
import { EgressError, type EgressReason } from '../../egress/egress.error.js';
import { Problem } from '../../http/problems/problem.js';
import { type Unreadable, UnreadableFile } from '../reading/reading.js';

const STATUS: Partial<Record<EgressReason | Unreadable, number>> = {
  unreachable: 502,
  'too-slow': 502,
  status: 502,
  'too-large': 413,
  'wrong-type': 415,
};

/** What is wrong with a page, or with its address, as a problem of the field `url`. */
export function pageProblem(error: unknown): unknown {
  if (!(error instanceof EgressError) && !(error instanceof UnreadableFile)) return error;
  const { reason, message } = error;
  return problem(STATUS[reason] ?? 400, message, error);
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
