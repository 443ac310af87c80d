import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Env } from '../../env/env.js';
import { HIDDEN } from '../../log/mask.js';
import { isLoopback } from '../../env/env.js';

/** Milliseconds for each step of talking to the server. */
const STEP_MS = 10_000;

/** The server that takes e-mail. A password goes nowhere unencrypted but to this machine. */
export class MailTransport {
  private readonly transport;
  private readonly secrets: string[];

  constructor(address: string) {
    const url = new URL(address);
    this.secrets = [url.password, decodeURIComponent(url.password)].filter(Boolean);
    const local = isLoopback(address.replace(/^smtp/, 'http'));
    this.transport = createTransport({
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
      secure: url.protocol === 'smtps:',
      requireTLS: !!url.username && !local,
      ...(url.username && {
        auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
      }),
      connectionTimeout: STEP_MS,
      greetingTimeout: STEP_MS,
      socketTimeout: STEP_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Undefined where no e-mail is to be sent. */
  static of({ SMTP_URL }: Pick<Env, 'SMTP_URL'>): MailTransport | undefined {
    return SMTP_URL ? new MailTransport(SMTP_URL) : undefined;
  }

  /** Throws where the server doesn't take it, or not for everybody. */
  async send(mail: SendMailOptions): Promise<void> {
    await this.transport.sendMail(mail);
  }

  /** What the server said, without what it quotes: the password, and whom the mail was to. */
  wordsOf({ message }: Error): string {
    const hidden = this.secrets.reduce(
      (words, secret) => words.replaceAll(secret, HIDDEN),
      message,
    );
    return hidden.replace(/[^\s<>"',;:@]+@(?=[^\s@])/g, `${HIDDEN}@`);
  }

  /** Connects and signs in, and sends nothing. Throws where that fails. */
  async verify(): Promise<void> {
    await this.transport.verify();
  }
}
