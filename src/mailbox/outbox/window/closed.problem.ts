import { Problem } from '../../../http/problems/problem.js';

/** The kind of the problem, so that a program knows that a template is the way. */
const TYPE = 'urn:recado:problem:window-closed';

const WAY =
  "The sender's last message is more than 24 hours old, or WhatsApp said so: free text is refused until " +
  'they write again. Send an approved template: GET /api/v1/templates lists them, and POST ' +
  '/api/v1/conversations/{id}/template sends one.';

/** The problem (409) of a text for a sender whose 24-hour window is closed. */
export function windowClosed(title = 'Not sent'): Problem {
  return new Problem(409, title, WAY, { type: TYPE });
}
