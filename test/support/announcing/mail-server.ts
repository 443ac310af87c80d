import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A server that takes e-mail, and keeps what it took. */
export class MailServer {
  readonly took: { to: string[]; from: string; subject: string; text: string }[] = [];
  /** What it says in place of taking a mail. */
  refusal?: string;

  private constructor(private readonly server: SMTPServer) {}

  /** @param user who may send; nobody has to sign in without it */
  static async start(user?: { name: string; password: string }): Promise<MailServer> {
    const server: SMTPServer = new SMTPServer({
      authOptional: !user,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === user?.name && password === user?.password
          ? done(null, { user: username })
          : done(new Error('Invalid user or password')),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => done(self.take(Buffer.concat(chunks).toString(), session.envelope)));
      },
    });
    const self = new MailServer(server);
    await new Promise<void>((begun) => void server.listen(0, '127.0.0.1', begun));
    return self;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get address(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  private take(raw: string, { rcptTo, mailFrom }: Envelope): Error | null {
    if (this.refusal) return new Error(this.refusal);
    const [head, ...body] = raw.split('\r\n\r\n');
    const subject = /^Subject: (.*(?:\r\n[ \t].*)*)$/m.exec(head)![1].replace(/\r\n\s/g, ' ');
    const text = body.join('\r\n\r\n').replace(/=\r\n/g, '').replaceAll('=3D', '=');
    const from = mailFrom ? mailFrom.address : '';
    this.took.push({ to: rcptTo.map(({ address }) => address), from, subject, text });
    return null;
  }

  close(): Promise<void> {
    return new Promise((closed) => this.server.close(closed));
  }
}

interface Envelope {
  rcptTo: { address: string }[];
  mailFrom: false | { address: string };
}
