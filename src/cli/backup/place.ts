import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backupName } from '../../storage/backup-file.js';
import { NotNow } from '../reach.js';

/** Where a backup is wanted: a file, or a directory in which it gets a name of its own. */
export class Place {
  private readonly file: string;

  constructor(
    wanted: string,
    private readonly force: boolean,
    /** The files of stores, which a backup never replaces. */
    private readonly stores: string[] = [],
    kind?: string,
  ) {
    const inside =
      statSync(wanted, { throwIfNoEntry: false })?.isDirectory() || /[/\\]$/.test(wanted);
    this.file = inside ? join(wanted, backupName(Date.now(), kind)) : wanted;
  }

  /** Throws a `NotNow` when nothing may be put there: before anything is copied. */
  check(): void {
    const directory = dirname(this.file);
    if (!existsSync(directory)) throw new NotNow(`There is no directory ${directory}: make it.`);
    accessSync(directory, constants.W_OK);
    if (this.isStore()) throw new NotNow(`${this.file} is the store itself: name another file.`);
    if (existsSync(this.file) && !this.force) throw this.taken();
    if (statSync(this.file, { throwIfNoEntry: false })?.isFile() === false)
      throw new NotNow(`${this.file} is no file: name another one.`);
  }

  /** A file in the same directory. */
  beside(name: string): string {
    return join(dirname(this.file), name);
  }

  /** Moves a copy there, for its owner only. Returns the file. */
  put(copy: string): string {
    const near = this.near(copy);
    chmodSync(near, 0o600);
    if (this.force) renameSync(near, this.file);
    else this.link(near);
    return this.file;
  }

  /** The copy on the disk of the place: moving it there is one step then. */
  private near(copy: string): string {
    if (statSync(dirname(copy)).dev === statSync(dirname(this.file)).dev) return copy;
    const near = this.beside(`.${basename(copy)}.partial`);
    copyFileSync(copy, near, constants.COPYFILE_EXCL);
    rmSync(copy);
    return near;
  }

  /** Unlike a renaming, a link takes no other file's place. */
  private link(copy: string): void {
    try {
      linkSync(copy, this.file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw this.taken();
      // Not every file system has links.
      if (existsSync(this.file)) throw this.taken();
      return renameSync(copy, this.file);
    }
    rmSync(copy);
  }

  private isStore(): boolean {
    const files = this.stores.flatMap((store) => [store, `${store}-wal`, `${store}-shm`]);
    return files.some((file) => whole(file) === whole(this.file));
  }

  private taken(): NotNow {
    return new NotNow(`${this.file} is there already: name another file, or say --force.`);
  }
}

/** A path without links and dots on the way to the file; the file needn't be there. */
function whole(file: string): string | undefined {
  const directory = dirname(file);
  return existsSync(directory) ? join(realpathSync(directory), basename(file)) : undefined;
}
