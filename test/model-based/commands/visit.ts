import type { Driver } from '../driver.js';
import type { Holder, World } from '../world/world.js';
import { Answer, CancelAll, Open, type Shape } from './answering.js';
import { Command, pick, type WorkerStep } from './command.js';
import { MergeSome } from './contents.js';
import { Release } from './queue.js';
import { MarkUncertain } from './parts.js';
import { Begin, RecordVerdict } from './sending.js';
import type { VerdictName } from './verdicts.js';

/** A worker does so much of what it does on a visit, step by step. */
export class Visit implements Pick<Command, 'check' | 'run' | 'toString'> {
  constructor(
    readonly worker: number,
    readonly most: number,
    readonly shape: Shape,
    readonly verdict: VerdictName,
    readonly gives: boolean,
  ) {}

  check(world: Readonly<World>): boolean {
    return world.holders.length > 0;
  }

  async run(world: World, driver: Driver): Promise<void> {
    const holder = pick(world.holders, this.worker)!;
    for (let n = 0; n < this.most && world.holders.includes(holder); n++)
      await this.next(holder, world).run(world, driver);
  }

  /** As `VisitService` has it. */
  private next(holder: Holder, world: World): Command {
    const { sending, work } = holder;
    if (sending) {
      const known = world.attempts.filter(({ forgotten }) => !forgotten);
      return new RecordVerdict(known.indexOf(sending), this.verdict, this.gives);
    }
    if (!work) return new Open().by(holder);
    const able = this.steps().find((step) => step.by(holder).check(world));
    return able ?? new Release().by(holder);
  }

  private steps(): WorkerStep[] {
    const answering = [new CancelAll(), new Answer(0, this.shape)];
    return [new MergeSome(0, 300), ...answering, new Begin(), new MarkUncertain()];
  }

  toString(): string {
    const given = Object.values(this).map((value) => JSON.stringify(value));
    return `Visit(${given.join(', ')})`;
  }
}
