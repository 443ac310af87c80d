import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '../../env/env.js';
import { makeDirectory } from '../../env/directory.js';
import {
  backupDirectory,
  backupName,
  copyStopped,
  finishCopy,
  isInUse,
} from '../../storage/backup-file.js';
import { databaseFile } from '../../storage/database-file.js';
import { NotNow, reach } from '../reach.js';
import { BackupClient } from './backup.client.js';
import { Place } from './place.js';
import type { ProgressLine } from '../progress-line.js';
import { howFar, type Made } from './progress.js';

/**
 * Makes a backup of the SQLite file: by the Recado that runs, or, where none does, by itself. The
 * copy is checked before it is put in its place.
 */
export class Backup {
  constructor(
    private readonly env: Env,
    private readonly store: string,
    private readonly progress: ProgressLine,
  ) {}

  /** Throws a `NotNow` or an `EnvError`, whose message says what to do. */
  async make(wanted: string | undefined, force: boolean): Promise<Made> {
    if (!existsSync(this.store))
      throw new NotNow(`There is no store yet: the first start makes ${this.store}.`);
    const directory = backupDirectory(this.store);
    const stores = [true, false].map((simulator) => databaseFile(this.env, simulator));
    const place = new Place(wanted ?? directory, force, stores);
    if (!wanted) makeDirectory(directory);
    place.check();
    const copy = (await isInUse(this.env)) ? await this.ask(directory) : await this.copy(place);
    await this.check(copy);
    const file = place.put(copy);
    return { file, bytes: statSync(file).size };
  }

  private async ask(directory: string): Promise<string> {
    const client = new BackupClient(await reach(this.env));
    const name = await client.make((progress) => this.progress.show(howFar(progress)));
    const file = join(directory, name);
    if (existsSync(file)) return file;
    throw new NotNow(
      `The Recado that runs has made ${name}, but not in ${directory}: run this where it runs, ` +
        'with its .env or environment.',
    );
  }

  private async copy(place: Place): Promise<string> {
    const file = place.beside(`.${backupName(Date.now())}.partial`);
    await copyStopped(this.env, this.store, file, (progress) =>
      this.progress.show(howFar(progress)),
    );
    return file;
  }

  /** A copy that isn't whole is left where it is, to be looked at. */
  private async check(file: string): Promise<void> {
    this.progress.show('Checking it');
    try {
      await finishCopy(file);
    } catch (error) {
      throw new NotNow(
        `The backup ${file} is not whole: ${(error as Error).message}. Run \`npx recado doctor\`, ` +
          'which looks at the store itself.',
      );
    }
  }
}
