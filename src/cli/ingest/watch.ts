import { type FSWatcher, watch } from 'chokidar';
import type { Ingest } from './ingest.js';
import type { Report } from './report.js';
import { isLeftOut, isPage, nameWithin } from './sources.js';

/** Milliseconds for which a file must stay as it is: until then somebody still writes it. */
const SETTLED_MS = 300;

/** Puts in what changes under paths that were given. Pages aren't watched. */
export class Watch {
  private watchers: FSWatcher[] = [];

  /** `removing`: a file that is removed takes its document with it. */
  constructor(
    private readonly ingest: Ingest,
    private readonly report: Report,
    private readonly removing: boolean,
  ) {}

  /** Resolves once every change from now on is seen. */
  async start(given: string[]): Promise<void> {
    this.watchers = given.filter((one) => !isPage(one)).map((root) => this.over(root));
    await Promise.all(
      this.watchers.map(
        (watcher) => new Promise<void>((ready) => void watcher.once('ready', ready)),
      ),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(this.watchers.map((watcher) => watcher.close()));
  }

  private over(root: string): FSWatcher {
    const put = (path: string) => void this.ingest.put({ name: nameWithin(root, path), path });
    return watch(root, {
      ignored: (path) => path !== root && isLeftOut(path),
      ignoreInitial: true,
      followSymlinks: false,
      awaitWriteFinish: { stabilityThreshold: SETTLED_MS, pollInterval: SETTLED_MS / 3 },
    })
      .on('add', put)
      .on('change', put)
      .on('unlink', (path) => this.gone(nameWithin(root, path)))
      .on('error', (error) => this.report.say(`${root}: ${(error as Error).message}`));
  }

  private gone(name: string): void {
    if (this.removing) void this.ingest.remove(name);
    else this.report.say(`${name} is gone, and its document stays: --delete would remove it`);
  }
}
