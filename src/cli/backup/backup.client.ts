import { setTimeout as sleep } from 'node:timers/promises';
import { asCommandLine } from '../../http/admin/caller.js';
import type { BackupView } from '../../operations/backup.dto.js';
import type { CopyProgress } from '../../storage/backup-file.js';
import { type Answer, get, postForm } from '../../checks/requests.js';
import { NotNow, type Reached, wrongToken } from '../reach.js';

/** Milliseconds between two looks at how far it is. */
const LOOK_EACH_MS = 200;

/** The backups of the Recado that runs, by its admin API. */
export class BackupClient {
  constructor(
    private readonly recado: Reached,
    private readonly pause: (milliseconds: number) => Promise<unknown> = sleep,
  ) {}

  /** Has one made, and returns its name. Throws a `NotNow`. */
  async make(tell: (progress: CopyProgress) => void): Promise<string> {
    let backup = await this.ask('POST', '');
    while (backup.state === 'running') {
      tell(backup);
      await this.pause(LOOK_EACH_MS);
      backup = await this.ask('GET', `/${backup.id}`);
    }
    if (backup.state === 'done') return backup.file;
    throw new NotNow(`No backup was made: ${backup.error}`);
  }

  private async ask(method: 'GET' | 'POST', path: string): Promise<BackupView> {
    const { status, body } = await this.request(method, path).catch((error: Error) => {
      throw new NotNow(`Recado gives no answer (${error.message}): is it still running?`);
    });
    if (status === 401) throw wrongToken(this.recado);
    const answer = parsed(body);
    if (status < 300 && answer) return answer as BackupView;
    throw new NotNow(answer?.detail ?? `Recado answers HTTP ${status}: read its log.`);
  }

  private request(method: 'GET' | 'POST', path: string): Promise<Answer> {
    const address = `${this.recado.url}/api/v1/backups${path}`;
    const headers = asCommandLine(this.recado.token);
    return method === 'POST' ? postForm(address, {}, headers) : get(address, headers);
  }
}

function parsed(body: string): { detail?: string } | undefined {
  try {
    return JSON.parse(body) as { detail?: string };
  } catch {
    return undefined;
  }
}
