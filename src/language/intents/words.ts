/** What a language says for one kind of intent: patterns, a line for each. See `intent/patterns.ts`. */
export interface Sayings {
  /** Part of a message with any of these has the intent. */
  says: string;
  /** Unless it has any of these. */
  unless?: string;
  /** Unless it is asked, and has any of these. */
  unlessAsked?: string;
}

/**
 * How people of a language say what they want of the bot. Words are in lower case, without accents and
 * apostrophes. Parts of a message are matched without the polite words at both of their ends.
 */
export interface IntentWords {
  /** Words that mean the same here, or take the same place in a sentence. */
  classes: Record<string, string>;
  /** How words are written in chats: `txt=text`, several words joined by `_`. Separated by blanks. */
  spellings: string;
  /** Polite and other empty words at the ends of a part of a message: patterns. */
  polite: string;
  /** How people begin to say what they want: "I would like to", "can you". Patterns. */
  wishing: string;

  /** No more messages, whatever else is spoken of. */
  optOutSurely: Sayings;
  optOut: Sayings;
  /** That messages, or anything else, shall not stop: no opt-out, whatever it sounds like. */
  goOn: Sayings;
  /** It may be meant of an order, too. */
  optOutUnclear: Sayings;
  /** Counts for who has opted out. */
  optIn: Sayings;
  person: Sayings;
  complaint: Sayings;
  /** Counts after an offer. */
  yes: Sayings;
  no: Sayings;
  /** What stands before the thing that was meant instead. */
  correction: Sayings;
  /** About the bot itself, and no part of a business's matters. */
  bot: Sayings;

  /** Courtesies, of which several may make a message. */
  courtesies: Record<'greeting' | 'thanks' | 'goodbye' | 'assent', string>;
}
