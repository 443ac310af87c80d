import { type Diagnosed, Running } from '../../checks/installation.js';
import { NO_ANSWER, TIMEOUT_MS } from '../../checks/finding.js';
import { type Answer, get, httpOf, isAlive } from '../../checks/requests.js';
import { asCommandLine } from '../../http/admin/caller.js';

/** Who is at our own address. */
export type Occupant =
  | { who: 'recado' }
  | { who: 'nobody' }
  /** Another program, and what it does when it is asked for `/health/live`. */
  | { who: 'stranger'; does: string }
  /** It takes connections and gives no answer: another program, or a Recado that hangs. */
  | { who: 'silent' };

/** What the network says where no program listens, or no such address is known. */
const NOBODY = /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|bad port/;

/** The Recado that runs at our own address, if one does: it is asked over HTTP. */
export class RunningAt extends Running {
  /** Of the admin API, once it is known. */
  adminToken?: string;
  private found?: Promise<Occupant>;

  constructor(private readonly url: string) {
    super();
  }

  async alive(): Promise<boolean> {
    return (await this.occupant()).who === 'recado';
  }

  /** Asked once: a silent one keeps each question waiting. */
  occupant(): Promise<Occupant> {
    return (this.found ??= this.look());
  }

  private async look(): Promise<Occupant> {
    try {
      const answer = await this.ask('/health/live');
      if (isAlive(answer)) return { who: 'recado' };
      return { who: 'stranger', does: `answers ${httpOf(answer)}` };
    } catch (error) {
      const { message } = error as Error;
      if (message === NO_ANSWER) return { who: 'silent' };
      if (NOBODY.test(message)) return { who: 'nobody' };
      return { who: 'stranger', does: `speaks no HTTP (${message})` };
    }
  }

  async unready(): Promise<string | undefined> {
    const answer = await this.ask('/health/ready');
    if (answer.status === 200) return undefined;
    const { detail } = JSON.parse(answer.body) as { detail?: string };
    return detail ?? `HTTP ${answer.status}`;
  }

  async diagnosis(): Promise<Diagnosed | undefined> {
    if (!this.adminToken || !(await this.alive())) return undefined;
    const said = await this.diag(this.adminToken);
    return typeof said === 'number' ? undefined : said;
  }

  /** What it is configured with; the status when it doesn't take the token. */
  async diag(adminToken: string): Promise<Diagnosed | number> {
    const headers = asCommandLine(adminToken);
    const { status, body } = await this.ask('/api/v1/whatsapp/diag', headers);
    return status === 200 ? (JSON.parse(body) as Diagnosed) : status;
  }

  private ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return get(this.url + path, headers, TIMEOUT_MS / 2);
  }
}
