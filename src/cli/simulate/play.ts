import { setTimeout as pause } from 'node:timers/promises';
import type { PlayedTurn, RehearsalView } from '../../rehearsals/rehearsal.dto.js';
import type { Scenario } from '../../scenarios/scenario.js';
import { jsonOf } from '../../scenarios/writer.js';
import { NotNow } from '../reach.js';
import type { RecadoClient } from './recado.client.js';

const STOPPED = 'Stopped.';
/** Milliseconds between two looks at how far it is. */
const LOOK_EACH_MS = 100;

/**
 * Plays a scenario and gives each turn once it is played. When `stop` aborts, the scenario ends there.
 * Throws a `NotNow`.
 */
export async function* play(
  client: RecadoClient,
  scenario: Scenario,
  stop: AbortSignal,
): AsyncGenerator<PlayedTurn> {
  if (stop.aborted) throw new NotNow(STOPPED);
  let view = await client.begin(scenario.name, jsonOf(scenario));
  const path = `/api/v1/rehearsals/${view.id}`;
  for (let told = 0; ;) {
    yield* view.turns.slice(told);
    told = view.turns.length;
    if (view.state !== 'running') break;
    if (stop.aborted) {
      await client.ask('POST', `${path}/stop`);
      throw new NotNow(STOPPED);
    }
    await pause(LOOK_EACH_MS);
    view = await client.ask<RehearsalView>('GET', path);
  }
  if (view.state !== 'done') throw new NotNow(view.error ?? `${scenario.name} was stopped.`);
}
