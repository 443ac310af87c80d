import { isLoopback } from '../../env/env.js';
import { ok, type Result, skipped, wrong } from '../finding.js';
import type { Installation } from '../installation.js';

/** Whether Twilio may call PUBLIC_URL by its scheme: since the end of 2026 it calls https only. */
export async function https({ endpoints }: Installation): Promise<Result> {
  const { publicUrl, simulator, twilioApiBase } = endpoints;
  if (new URL(publicUrl).protocol === 'https:')
    return ok('Twilio is given addresses of https only');
  if (simulator || isLoopback(twilioApiBase))
    return skipped('the Twilio on this machine calls plain http, too');
  return wrong(
    `PUBLIC_URL is plain http, which Twilio no longer calls: ${publicUrl}`,
    'Put TLS before Recado (a reverse proxy or a tunnel), set PUBLIC_URL to its https address, and ' +
      'give Twilio the same.',
  );
}
