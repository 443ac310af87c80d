import type { Turn as AnswerTurn } from '../mailbox/turns/turn.js';
import type { TurnToWrite } from '../scenarios/writer.js';
import { asShown, type Given, isRefusal } from './answer.js';

/** So many facts are taken from an answer at most, and so many characters of one without any. */
const MOST_FACTS = 5;
const MOST_CHARACTERS = 80;

/** A number with what makes it a time, a date or a price. */
const FACT = /\p{Sc}?\d+(?:[.,:/]\d+)*(?: ?[\p{Sc}%])?/gu;

type Expected = Pick<TurnToWrite, 'must' | 'refuse' | 'no_sources' | 'handover' | 'silence'>;

/** What an answer that was given can be expected to be again: its end, else its facts. */
export function expectationsOf(
  { mode, sources = [] }: AnswerTurn,
  text: string,
  handover: boolean,
): Expected {
  if (!text) return { silence: true };
  if (handover) return { handover: true };
  const given: Given = { text, mode: mode as Given['mode'], sources };
  if (isRefusal(given)) return { refuse: true };
  const facts = [...new Set(asShown(text).match(FACT))].slice(0, MOST_FACTS);
  if (facts.length) return { must: facts };
  // A courtesy has other words each time; the words of a document stay.
  if (!sources.length) return { no_sources: true };
  return { must: [beginning(asShown(text))] };
}

function beginning(text: string): string {
  const [line] = text.trim().split('\n');
  if (line.length <= MOST_CHARACTERS) return line.trim();
  const cut = line.slice(0, MOST_CHARACTERS + 1);
  const end = cut.lastIndexOf(' ');
  return (end > 0 ? cut.slice(0, end) : cut.slice(0, MOST_CHARACTERS)).trim();
}
