import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock, iso } from '../clock.js';
import { BadCursor } from '../http/cursor.js';
import { type Page, paged } from '../http/page.js';
import { Problem } from '../http/problems/problem.js';
import { BadScenario, parseScenario } from '../scenarios/reader.js';
import type { Scenario } from '../scenarios/scenario.js';
import { Player } from './player.js';
import {
  PlayedTurn,
  type RehearsalPage,
  type RehearsalRequest,
  type RehearsalView,
} from './rehearsal.dto.js';

/** How many are remembered, and how many may run at once. */
const MOST_KEPT = 20;
const MOST_RUNNING = 5;

interface Rehearsal {
  view: RehearsalView;
  stop: AbortController;
}

/** Plays scenarios, and remembers in this process how the latest ones went. */
@Injectable()
export class RehearsalsService implements OnModuleDestroy {
  private readonly logger = new Logger(RehearsalsService.name);
  /** The one begun first comes first. */
  private readonly known = new Map<string, Rehearsal>();

  constructor(
    private readonly player: Player,
    private readonly clock: Clock,
  ) {}

  /** Begins to play. Throws a `Problem`: 400 for a text that is no scenario, 409 while many run. */
  begin({ name, scenario: source }: RehearsalRequest): RehearsalView {
    const scenario = read(source, name);
    if (this.running.length >= MOST_RUNNING) throw new Problem(409, 'Conflict', WAIT);
    const rehearsal = { view: this.viewOf(scenario), stop: new AbortController() };
    this.remember(rehearsal);
    // It may be played before the answer has left.
    const begun = { ...rehearsal.view, turns: [] };
    void this.play(scenario, rehearsal);
    return begun;
  }

  /** The one begun last first. Throws a `BadCursor` for a cursor that no page gave. */
  list({ limit, cursor }: Page): RehearsalPage {
    const all = [...this.known.values()].map(({ view }) => view).toReversed();
    const start = cursor ? all.findIndex(({ id }) => id === cursor) + 1 : 0;
    if (cursor && !start) throw new BadCursor();
    const items = all.slice(start, start + limit);
    return paged(items, start + items.length < all.length ? items.at(-1)!.id : null);
  }

  /** Throws a `Problem` (404) for one that isn't known. */
  one(id: string): RehearsalView {
    return this.find(id).view;
  }

  /** Ends it after the turn that is played; one that has ended stays as it is. */
  stop(id: string): RehearsalView {
    const { view, stop } = this.find(id);
    stop.abort();
    return view;
  }

  onModuleDestroy(): void {
    for (const { stop } of this.known.values()) stop.abort();
  }

  private get running(): Rehearsal[] {
    return [...this.known.values()].filter(({ view }) => view.state === 'running');
  }

  private find(id: string): Rehearsal {
    const found = this.known.get(id);
    if (found) return found;
    const detail = `This process knows no rehearsal of this id; the latest ${MOST_KEPT} are known.`;
    throw new Problem(404, 'No such rehearsal', detail);
  }

  private remember(rehearsal: Rehearsal): void {
    this.known.set(rehearsal.view.id, rehearsal);
    const ended = [...this.known.values()].filter(({ view }) => view.state !== 'running');
    for (const { view } of ended.slice(0, Math.max(0, this.known.size - MOST_KEPT)))
      this.known.delete(view.id);
  }

  private async play(scenario: Scenario, { view, stop }: Rehearsal): Promise<void> {
    try {
      for await (const played of this.player.play(scenario, stop.signal)) {
        const turn = PlayedTurn.of(played);
        view.turns.push(turn);
        view[turn.passed ? 'passed' : 'failed']++;
      }
      view.state = stop.signal.aborted ? 'stopped' : 'done';
    } catch (error) {
      this.logger.error(error);
      view.state = 'broken';
      view.error = `${(error as Error).message}. Read the log of Recado, then play it again.`;
    }
    view.ended_at = iso(this.clock.now());
  }

  private viewOf({ name, conversations }: Scenario): RehearsalView {
    return {
      id: randomUUID(),
      name,
      state: 'running',
      turns_in_all: conversations.reduce((sum, { turns }) => sum + turns.length, 0),
      turns: [],
      passed: 0,
      failed: 0,
      error: null,
      started_at: iso(this.clock.now()),
      ended_at: null,
    };
  }
}

const WAIT = `${MOST_RUNNING} are played now: wait until one has ended, or stop one.`;

function read(source: string, name: string): Scenario {
  try {
    return parseScenario(source, name);
  } catch (error) {
    if (!(error instanceof BadScenario)) throw error;
    const errors = [{ field: 'scenario', message: error.message }];
    throw new Problem(400, 'Bad Request', error.message, { errors });
  }
}
