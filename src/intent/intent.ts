import type { Courtesy } from '../language/words.js';
import type { Offer } from './offer.js';

/** What a message wants. It is decided before anything is searched. */
export type Intent =
  | {
      kind:
        | 'opt-out'
        /** It may want no more messages, or mean an order ("cancelar"): it is asked back once. */
        | 'opt-out-unclear'
        | 'opt-in'
        | 'person'
        | 'complaint'
        /** Yes or no to what the bot last offered. */
        | 'yes'
        | 'no'
        /** It is about the bot alone ("are you a robot?"), which no document answers. */
        | 'off-topic'
        /** Nothing in it can be read as words: "???", "asdfgh". */
        | 'unreadable';
    }
  /**
   * Anything to be searched. `offTopic`: it wants a general assistant, a poem or a translation. That
   * counts only where nothing is found: a translation agency's customers mean their business.
   */
  | { kind: 'question'; offTopic?: true }
  | { kind: 'courtesy'; courtesy: Courtesy | 'help' }
  /** "No, that's not what I asked": `rest` is what is asked instead, which may be empty. */
  | { kind: 'correction'; rest: string };

/** What the meaning of a message depends on besides its words. */
export interface Situation {
  optedOut?: boolean;
  /** What the bot's last message offered. */
  offered?: Offer;
}

/** What a message wants, by rules that hold without a model. */
export function intentOf(_text: string, _situation: Situation = {}): Intent {
  return { kind: 'question' };
}
