import type { Courtesy } from '../language/words.js';
import { correctedIn } from './correction.js';
import { courtesyOf } from './courtesy.js';
import { learnedKind } from './learned/learned.js';
import type { LearnedKind } from './learned/weights.js';
import { isOffTopic } from './off-topic.js';
import type { Offer } from './offer.js';
import type { Message } from './parts.js';
import { smallTalk } from './small-talk.js';
import { allSpeakers, type Speaker } from './speaker.js';
import { isUnreadable } from './unreadable.js';

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

/** What may be meant where the rules see no more than this. */
const OPEN: Partial<Record<Intent['kind'], LearnedKind[]>> = {
  complaint: ['opt-out', 'person'],
  question: ['opt-out', 'person', 'complaint', 'correction', 'off-topic'],
};

/**
 * What a message wants. Rules decide, which hold without a model, each language's words; where they
 * leave it open, what was learned from sentences.
 */
export function intentOf(text: string, situation: Situation = {}): Intent {
  const ruled = ruledIntent(text, situation);
  const learned = OPEN[ruled.kind] && learnedKind(text);
  if (!learned || !OPEN[ruled.kind]!.includes(learned)) return ruled;
  if (learned === 'off-topic') return { kind: 'question', offTopic: true };
  return learned === 'correction' ? { kind: 'correction', rest: '' } : { kind: learned };
}

/** What a message wants by the rules alone. */
function ruledIntent(text: string, situation: Situation): Intent {
  const said = allSpeakers().map((speaker) => ({ speaker, message: speaker.read(text) }));
  const says = (kind: Parameters<Speaker['says']>[0]) =>
    said.some(({ speaker, message }) => speaker.says(kind, message));
  const opening = () =>
    said.some(({ speaker, message }) => speaker.says('optIn', { ...message, clauses: [] }));
  const whole = (kind: 'yes' | 'no' | 'optIn' | 'optOutUnclear') =>
    said.some(({ speaker, message }) => speaker.says(kind, joined(message)));

  const keyword = (wish: 'stop' | 'start') =>
    said.some(({ speaker, message }) => speaker.isKeyword(wish, message));

  if (situation.optedOut && (keyword('start') || whole('optIn') || opening()))
    return { kind: 'opt-in' };
  if (keyword('stop')) return { kind: 'opt-out' };
  if (says('optOut')) return { kind: 'opt-out' };
  if (situation.offered && whole('no')) return { kind: 'no' };
  if (situation.offered && whole('yes')) return { kind: 'yes' };
  if (whole('optOutUnclear')) return { kind: 'opt-out-unclear' };
  if (says('person')) return { kind: 'person' };
  const rest = correctedIn(text);
  if (rest !== undefined) return { kind: 'correction', rest };
  if (says('complaint')) return { kind: 'complaint' };
  const courtesy = smallTalk(text);
  if (courtesy) return { kind: 'courtesy', courtesy };
  if (said.some(({ speaker, message }) => isAboutBot(speaker, message)))
    return { kind: 'off-topic' };
  if (isUnreadable(text)) return { kind: 'unreadable' };
  return isOffTopic(text) ? { kind: 'question', offTopic: true } : { kind: 'question' };
}

/** A message as if it were one sentence. */
function joined({ sentences }: Message): Message {
  const words = sentences.map((sentence) => sentence.words).join('');
  const asked = sentences.some((sentence) => sentence.asked);
  return {
    sentences: [{ words, ends: sentences.flatMap(({ ends }) => ends), asked }],
    clauses: [],
  };
}

/** Every sentence speaks of the bot, or is a courtesy. */
function isAboutBot(speaker: Speaker, { sentences }: Message): boolean {
  const about = sentences.filter((part) => speaker.endIn('bot', part) !== undefined);
  return (
    about.length > 0 &&
    sentences.every(
      (part) => about.includes(part) || courtesyOf({ sentences: [part], clauses: [] }),
    )
  );
}
