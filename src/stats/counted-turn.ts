import type { Usage } from '../chat/usage/usage.js';
import type { Made } from '../mailbox/turns/work.js';
import { addDuration, type Slot } from './slot.js';

/** What the figures need of a turn. Times in milliseconds since 1970. */
export interface CountedTurn {
  at: number;
  settledAt?: number | null;
  outcome?: string | null;
  /** `person` for a person's reply. */
  mode?: string | null;
  made?: Made | null;
  usage?: Usage | null;
}

/** Adds a turn to the slot that it lies in. A person's reply covers no message, and is no answer. */
export function addTurn(slot: Slot, turn: CountedTurn): void {
  const { made, outcome, mode } = turn;
  if (mode === 'person') return;
  const messages = made?.messages ?? 1;
  slot.counts.messages += messages;
  slot.counts[(outcome ?? 'open') as 'open'] += messages;
  addAnswer(slot, turn);
  addDuration(slot, 'acknowledged', made?.acknowledgedMs);
  if (outcome === 'answered' && turn.settledAt)
    addDuration(slot, 'delivered', turn.settledAt - turn.at);
  slot.tokens.input += turn.usage?.inputTokens ?? 0;
  slot.tokens.output += turn.usage?.outputTokens ?? 0;
  slot.cost += turn.usage?.cost ?? 0;
}

/** A notice, and what answers an opt-out, are none. */
function addAnswer(slot: Slot, { made, mode }: CountedTurn): void {
  const branch = made?.branch ?? mode;
  if (!branch || NO_ANSWERS.has(branch)) return;
  slot.counts.answers++;
  slot.branches[branch] = (slot.branches[branch] ?? 0) + 1;
  if (branch === 'refusal' || branch === 'fallback') slot.counts.refused++;
  if (branch === 'handover' || made?.handover) slot.counts.handovers++;
  const run = made?.runs?.at(-1);
  addDuration(slot, 'made', run?.ms);
  addDuration(slot, 'model', run?.timings?.model_ms);
}

const NO_ANSWERS = new Set(['limited', 'opt_out', 'opt_in']);
