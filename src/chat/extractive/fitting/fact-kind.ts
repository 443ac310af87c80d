import { fold } from '../../../language/language.js';
import type { FactKind } from '../../../language/facts/facts.js';
import {
  anyOf,
  AT_ONCE,
  BEFOREHAND,
  CLOCK,
  factWords,
  inUnits,
  NUMBER,
  OTHER_FIGURES,
  SPANS,
  unitsOf,
  whole,
} from './fact-patterns.js';

/** What an answer has to tell: whether a text does. */
export type Fact = (text: string) => boolean;

const KINDS: FactKind[] = ['clock', 'span', 'distance', 'size', 'weight'];
const ASKED = KINDS.map(
  (kind) => [kind, whole(anyOf(factWords(({ asks }) => asks[kind])))] as const,
);
const MEASURES = new Set<FactKind>(['distance', 'size', 'weight']);
const COUNTED = whole(`${anyOf(factWords(({ asks }) => asks.many))}\\s+(\\p{L}+)`);
const ANY_NUMBER = whole(NUMBER);

/**
 * The fact that a question asks for by its kind, where its words name one: "what time?", "how deep?", "how many
 * months?". A text that speaks of the same matter and tells none is no answer. Undefined for others.
 */
export function factAsked(question: string): Fact | undefined {
  const asked = fold(question.toLowerCase());
  const [, counted] = COUNTED.exec(asked) ?? [];
  if (counted) return ofCounted(counted);
  const kind = ASKED.find(([, phrases]) => phrases.test(asked))?.[0];
  return kind && TOLD[kind];
}

/** Whether a question asks for a measure: "how much does it weigh?", "how far does it go on one charge?" */
export function asksMeasure(question: string): boolean {
  const asked = fold(question.toLowerCase());
  return ASKED.some(([kind, phrases]) => MEASURES.has(kind) && phrases.test(asked));
}

const TOLD: Record<FactKind, Fact> = {
  clock: (text) => CLOCK.test(fold(text).replace(BEFOREHAND, ' ')),
  // "How long is it?" may be about time or about metres.
  span: oneOf(inUnits([...unitsOf('span'), ...unitsOf('size')]), AT_ONCE),
  distance: oneOf(inUnits(unitsOf('distance'))),
  size: oneOf(inUnits(unitsOf('size'))),
  weight: oneOf(inUnits(unitsOf('weight'))),
};

/** "How many months?" is answered in months, or in weeks or years; other things by any number. */
function ofCounted(counted: string): Fact {
  const at = SPANS.findIndex((units) => units.includes(counted));
  if (at >= 0) return oneOf(inUnits(SPANS.slice(Math.max(0, at - 1), at + 2).flat()));
  const kinds = ['distance', 'weight', 'size'] as const;
  const kind = kinds.find((of) => unitsOf(of).includes(counted));
  return kind ? TOLD[kind] : (text) => ANY_NUMBER.test(fold(text).replace(OTHER_FIGURES, ' '));
}

function oneOf(...patterns: RegExp[]): Fact {
  return (text) => patterns.some((pattern) => pattern.test(fold(text)));
}
