import { MailTransport } from '../announcing/mail/transport.js';
import { ok, reasonOf, type Result, skipped, wrong } from './finding.js';
import type { Installation } from './installation.js';

/** Whether the server takes e-mail from us: it connects and signs in, and sends nothing. */
export async function mail({ env }: Pick<Installation, 'env'>): Promise<Result> {
  const transport = MailTransport.of(env);
  if (!transport) return skipped('none is sent: SMTP_URL is not set');
  try {
    await transport.verify();
    return ok(`${new URL(env.SMTP_URL!).host} takes e-mail`);
  } catch (error) {
    return wrong(
      `${new URL(env.SMTP_URL!).host} does not take e-mail: ${reasonOf(error)}`,
      'See whether SMTP_URL names the right server, port, user and password: smtp:// with 587, smtps:// with 465.',
    );
  }
}
