import { Problem } from '../../http/problems/problem.js';

/**
 * Throws a `Problem` (400) for a text of more characters than MAX_INBOUND_CHARS. Counts code points, as
 * JSON Schema does for `maxLength`; the document can't say the limit, which is known at the start.
 */
export function checkLength(field: string, text: string, most: number): void {
  if (text.length <= most || [...text].length <= most) return;
  const errors = [{ field, message: `may have ${most} characters at most` }];
  throw new Problem(400, 'Bad Request', `${field} ${errors[0].message}`, { errors });
}
