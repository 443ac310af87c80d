import { Problem } from '../problems/problem.js';

/** The refusal (401) of who doesn't show that they may: `detail` says how they would. */
export function unauthorized(detail: string): Problem {
  const headers = { 'WWW-Authenticate': 'Bearer realm="recado"' };
  return new Problem(401, 'Unauthorized', detail, { headers });
}
