import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock, iso } from '../clock.js';
import { makeDirectory } from '../env/directory.js';
import { Problem } from '../http/problems/problem.js';
import { backupDirectory, backupName } from '../storage/backup-file.js';
import { cureOf } from '../storage/storage.error.js';
import { type MongoStorage, type SqliteStorage, Storage } from '../storage/storage.js';
import type { BackupView } from './backup.dto.js';

/** Behind the name of a backup that isn't whole yet. */
const PARTIAL = '.partial';
/** A copy leaves so much of the disk free at least: what comes in must be stored, too. */
const LEFT_FREE = 64 * 1024 * 1024;

/**
 * Makes backups of the SQLite file, one at a time. Nobody who asks for one can choose its name or
 * its place.
 */
@Injectable()
export class BackupsService {
  private readonly logger = new Logger('Backup');
  private latest?: BackupView;

  constructor(
    @Inject(Storage) private readonly storage: SqliteStorage | MongoStorage,
    private readonly clock: Clock,
  ) {}

  /** Begins a backup. Throws a `Problem` (409, 507) when none can be made now. */
  begin(): BackupView {
    const { storage } = this;
    if (storage.kind !== 'sqlite') throw new Problem(409, 'Not from here', USE_MONGODUMP);
    if (this.latest?.state === 'running') throw new Problem(409, 'Being made', ONE_AT_A_TIME);
    const directory = backupDirectory(storage.place);
    if (!madeReady(directory, storage.place)) throw new Problem(507, 'No room', NO_ROOM);
    const now = this.clock.now();
    this.latest = begun(now);
    void this.make(storage, join(directory, this.latest.file), this.latest);
    return this.latest;
  }

  /** Returns the backup that was begun last, by its id. Throws a `Problem` (404) otherwise. */
  one(id: string): BackupView {
    if (this.latest?.id === id) return this.latest;
    throw new Problem(
      404,
      'No such backup',
      'No backup of this id is known: it may be an old one.',
    );
  }

  private async make(storage: SqliteStorage, file: string, view: BackupView): Promise<void> {
    try {
      await storage.backUp(file + PARTIAL, (progress) => Object.assign(view, progress));
      renameSync(file + PARTIAL, file);
      Object.assign(view, { state: 'done', copied: view.pages });
      this.logger.log(`A backup is made: ${file}`);
    } catch (error) {
      const { message } = error as Error;
      Object.assign(view, { state: 'failed', error: `${message}. ${cureOf(error as Error)}` });
      this.logger.error(`No backup could be made: ${message}`);
    } finally {
      view.ended_at = iso(this.clock.now());
    }
  }
}

const USE_MONGODUMP =
  'The store is MongoDB: make a backup by mongodump (docs/operating.md, Backup).';
const ONE_AT_A_TIME = 'A backup is being made: wait until it is done.';
const NO_ROOM =
  'The disk of DATA_DIR has too little room for a copy of the store: make room on it.';

function begun(now: number): BackupView {
  return {
    id: randomUUID(),
    state: 'running',
    file: backupName(now),
    pages: 0,
    copied: 0,
    error: null,
    started_at: iso(now),
    ended_at: null,
  };
}

/** Returns false when there is too little room. Throws a `Problem` (507) when it can't be used. */
function madeReady(directory: string, file: string): boolean {
  try {
    makeDirectory(directory);
    removePartial(directory);
    return hasRoom(directory, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const detail = `${directory} cannot be used (${code}): see that Recado may write there.`;
    throw new Problem(507, 'No place', detail);
  }
}

/** Removes what a process left that ended while it made a backup. */
function removePartial(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true }))
    if (entry.isFile() && /\.partial(-journal)?$/.test(entry.name))
      rmSync(join(directory, entry.name));
}

function hasRoom(directory: string, file: string): boolean {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize > statSync(file).size + LEFT_FREE;
}
