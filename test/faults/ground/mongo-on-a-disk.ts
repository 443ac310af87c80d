import { SmallDisk } from '../../support/stores/disk.js';
import type { Ground } from '../row.js';
import { ReplicaSet } from './replica-set.js';

/** Megabytes: a mongod keeps two of its journal's files of 100 MB each ready. */
const SIZE_MB = 700;

/** A mongod on a small disk of its own. */
export class MongoOnADisk implements Ground {
  readonly disk: SmallDisk;
  readonly set: ReplicaSet;
  readonly options: Ground['options'];
  /** What couldn't be written has ended it, sooner or later: it is started anew in any case. */
  readonly startAgain = async (): Promise<void> => {
    await this.set.kill(0);
    await this.set.start(0);
    await this.set.primary();
  };

  private constructor(disk: SmallDisk, set: ReplicaSet) {
    this.disk = disk;
    this.set = set;
    this.options = set.options;
  }

  static async mount(): Promise<MongoOnADisk> {
    const disk = SmallDisk.mount(SIZE_MB);
    return new MongoOnADisk(disk, await ReplicaSet.of(1, disk.directory));
  }

  async stop(): Promise<void> {
    await this.set.stop();
    this.disk.unmount();
  }
}
