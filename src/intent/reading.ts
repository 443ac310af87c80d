import type { Courtesy } from '../language/words.js';
import { courtesyOf } from './courtesy.js';
import type { Message, Part } from './parts.js';
import { allSpeakers, type Keyword, type Kind, type Speaker } from './speaker.js';

/** A longer message says more than yes or no. */
const MOST_WORDS = 14;

/** A message as each language reads it: what any of them finds in it counts. */
export class Reading {
  private readonly said: { speaker: Speaker; message: Message }[];

  constructor(text: string) {
    this.said = allSpeakers().map((speaker) => ({ speaker, message: speaker.read(text) }));
  }

  /** Whether any part says this. */
  says(kind: Kind): boolean {
    return this.any((speaker, message) => saysIn(speaker, message, kind));
  }

  /**
   * Whether any part says that messages shall stop. What another language reads as the contrary
   * outweighs it: "why did you stop sending the newsletter?" has "stop", as Spanish has it.
   */
  optsOut(kind: 'optOutSurely' | 'optOut'): boolean {
    const goesOn = this.said.filter(({ speaker, message }) => saysIn(speaker, message, 'goOn'));
    return this.said.some(
      ({ speaker, message }) =>
        saysIn(speaker, message, kind) && goesOn.every((other) => other.speaker === speaker),
    );
  }

  /** Whether a whole sentence, or the message as if it were one, says this. */
  saysWholly(kind: Kind): boolean {
    return this.any((speaker, { sentences }) =>
      [...sentences, joined(sentences)].some((part) => speaker.endIn(kind, part) !== undefined),
    );
  }

  /** Whether it says yes or no by itself to begin with, and asks for nothing more. */
  answers(kind: 'yes' | 'no'): boolean {
    const more = this.any((speaker, { sentences }) => speaker.vetoes(kind, joined(sentences)));
    return this.any((speaker, { sentences, clauses }) => {
      const whole = joined(sentences);
      if (speaker.endIn(kind, whole) !== undefined) return true;
      const [first] = clauses.length ? clauses : sentences;
      if (more || !first || whole.ends.length > MOST_WORDS || whole.asked) return false;
      return speaker.endIn(kind, first) !== undefined;
    });
  }

  /** Whether it is nothing but a keyword and polite words. */
  isKeyword(wish: Keyword): boolean {
    return this.any((speaker, message) => speaker.isKeyword(wish, message));
  }

  /** Where in the text a correction ends, in characters. */
  correctionEnd(): number | undefined {
    for (const { speaker, message } of this.said)
      for (const part of [...message.sentences, ...message.clauses]) {
        const words = speaker.endIn('correction', part);
        if (words) return part.ends[words - 1];
      }
    return undefined;
  }

  /** The courtesy that it is, where it is nothing else. */
  courtesy(): Courtesy | undefined {
    for (const { message } of this.said) {
      const kind = courtesyOf(message.sentences);
      if (kind) return kind;
    }
    return undefined;
  }

  /** Whether it speaks of the bot, and of nothing else but courtesies. */
  isAboutBot(): boolean {
    return this.any((speaker, { sentences }) => {
      const others = sentences.filter((part) => speaker.endIn('bot', part) === undefined);
      return others.length < sentences.length && others.every((part) => courtesyOf([part]));
    });
  }

  private any(has: (speaker: Speaker, message: Message) => boolean): boolean {
    return this.said.some(({ speaker, message }) => has(speaker, message));
  }
}

function saysIn(speaker: Speaker, { sentences, clauses }: Message, kind: Kind): boolean {
  return [...sentences, ...clauses].some((part) => speaker.endIn(kind, part) !== undefined);
}

function joined(sentences: Part[]): Part {
  return {
    words: sentences.map(({ words }) => words).join(''),
    ends: sentences.flatMap(({ ends }) => ends),
    asked: sentences.some(({ asked }) => asked),
  };
}
