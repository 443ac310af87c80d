import type { Sqlite } from '../../storage/sqlite/sqlite.js';
import { NewsSource } from './news-source.js';

/** The triggers do it: see `listenIfWanted`. Here is only heard that they did. */
class SqliteNews extends NewsSource {
  private wake?: () => void;

  constructor(sqlite: Sqlite) {
    super();
    sqlite.onEvent((event) => {
      if ((event as { announced?: true }).announced) this.wake?.();
    });
  }

  watch(wake: () => void): () => Promise<void> {
    this.wake = wake;
    return async () => void (this.wake = undefined);
  }
}

export const open = (sqlite: Sqlite): NewsSource => new SqliteNews(sqlite);
