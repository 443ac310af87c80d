import { setTimeout as sleep } from 'node:timers/promises';
import type { BackupView } from '../../operations/backup.dto.js';
import type { CopyProgress } from '../../storage/backup-file.js';
import { askAdmin } from '../ask-admin.js';
import { NotNow, type Reached } from '../reach.js';

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

  private ask(method: 'GET' | 'POST', path: string): Promise<BackupView> {
    return askAdmin(this.recado, method, `/api/v1/backups${path}`);
  }
}
