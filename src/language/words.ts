import type { FactWords } from './facts/facts.js';
import type { IntentWords } from './intents/words.js';
import type { SearchWords } from './search/search-words.js';
import type { TimeWords } from './time/words.js';

/** A courtesy that a message may begin with. */
export type Courtesy = 'greeting' | 'thanks' | 'goodbye' | 'assent';

/**
 * Every word and sentence that a language needs. A language is one file of this type, and one line in
 * `languages.ts`.
 *
 * Words in one field are separated by spaces, phrases by `|`. All are in lower case. Customers' words
 * and phrases are written without accents, unless the field's comment says "with accents".
 */
export interface Words {
  /** Its English name: the model is told to answer in it. */
  name: string;

  /** How its texts are known and searched: `search/es.ts`, for one. */
  search: SearchWords;

  /** How customers say what they want of the bot: `intents/es.ts`, for one. */
  intents: IntentWords;

  /** How customers ask and documents answer, where no model reads either. With accents. */
  asking: {
    /** Phrases that begin a question: after "and" they begin a second one. */
    interrogatives: string;
    /** Those of them that a statement may begin with, too: "me las piden". With accents. */
    stating: string;
    /** Words before what somebody wants to know of a thing: "which colour". With accents. */
    which: string;
    /** Phrases that ask whether something can be done: its verb stands behind them. Without accents. */
    doing: string;
    /** Phrases after which a question stands that has no other sign of one. */
    indirect: string;
    /** Words that an indirect question begins with: "if", "whether". */
    whether: string;
    /** Words that join two questions, or two subjects of one. */
    and: string;
    /** Words that join two questions, or two of which one is enough. */
    or: string;
    /** What asks for an amount of money, as its synonyms do. */
    price: string;
    /** What the list of all prices is called. */
    priceList: string;
    /** Words that answer such a question without an amount. */
    free: string;
    /** Words that a table's cell says yes with. */
    yes: string;
    /** Words that a table's cell says no with. */
    no: string;
    /** Words after which the reason for a question stands. */
    because: string;
    /** Words that ask whether something can be had, separated by spaces. */
    getting: string;
    /** What an answer begins with that says yes. */
    affirms: string;
    /** Words by which a sentence denies something, or makes an exception. */
    denies: string;
    /**
     * Words that say nothing of the matter, and yet without them it is another question: which fact of
     * it is wanted, or the contrary. Separated by `|`.
     */
    telling: string;
    /** Phrases that ask for what has something not: "without". */
    without: string;
    /** What a full stop may stand behind without ending a sentence: "Dr." */
    abbreviations: string;
    /** Words between the two parts of a thing's name: "bread with seeds". */
    joins: string;
    /** What the opening hours are called, to look for them. */
    openingHours: string;
  };

  facts: FactWords;

  /** Phrases of customers that are no questions. */
  phrases: Record<Courtesy, string> & {
    /** Whole messages that call for help. */
    help: string;
    /** Beginnings of a question that follows up on the one before. */
    connectives: string;
    /** Beginnings of a question that may be on the same matter: pronouns, verbs without a subject. */
    leaning: string;
    /** Words that choose among things of a kind: by size, price, order. Separated by spaces. */
    choosing: string;
  };

  /** The bot's replies to such phrases. `name` is the bot's name. */
  lines: Record<Courtesy | 'help', (name: string) => string>;

  /** Days, times and opening hours: in questions, documents and answers. */
  time: TimeWords;

  /** The answer when the documents don't have one. */
  unknown: string;
  /** Says sorry to who was misunderstood, and asks to put it otherwise. */
  misunderstood: string;
  /** The answer to a message in which nothing can be read: "asdfgh". */
  unreadable: string;
  /** The answer to what is no business of a business's bot, and to who it is. */
  declined: string;
  /** Phrases that ask for such: poems, translations, opinions. Without accents. */
  offTopic: string;
  /** Phrases of texts that give orders to a model, and hardly of any other. Without accents. */
  orders: string;
  /** The line that names the documents of an answer. */
  sources: (titles: string[]) => string;
  /** A page of a document, behind its title. */
  page: (page: number) => string;
  /** The numbers from one on, separated by spaces; forms of one number by `|`. With accents. */
  numerals: string;
  /** The answer to one of several questions, quoted, when the documents don't have it. */
  unknownAbout: (question: string) => string;
  /** Says that an answer was cut, and how to get the rest. `rows`: of a table or list, if known. */
  more: (rows?: number) => string;
  /** The line above the list of topics. */
  topicsLead: string;
  /** The default fallback message, for when no answer could be made in time. */
  fallback: string;
  /** The notice to a sender who is over the rate limit. */
  rateLimited: string;
  /** The notice that there is no answer for now: a limit of the day, or a budget, is reached. */
  notToday: string;

  /** What people send besides text: voice notes, pictures, files. */
  media: {
    /** What the bot calls a thing that it has read, in a sentence to whoever sent it. */
    names: Record<'picture' | 'document' | 'contact', string>;
    /** Says what was read where nothing was asked about it, and invites to ask. */
    received: (names: string[]) => string;
    /** Says that a medium of this kind couldn't be read, and what to do instead. */
    unread: Record<'voice' | 'picture' | 'video' | 'document', string>;
  };

  /** The bot's questions at the end of a message, which a yes or a no answers. */
  offers: {
    person: string;
    optOut: string;
  };
  /** What can be tapped below a message, 20 characters at most; the bot understands each as a message. */
  choose: {
    yes: string;
    no: string;
    person: string;
    /** What stands on the button that opens a list of them. */
    menu: string;
  };
  /** A person is asked for: the conversation waits for one from then on. */
  handover: {
    /** Says so, once; nothing in it may promise what nobody has promised. */
    passedOn: string;
    /** What stands before it, where the sender hasn't asked for one. */
    because: Record<'complaint' | 'unsure' | 'topic', string>;
    /** Outside the opening hours, before it is said when it opens. */
    nobodyThere: string;
    /** How to go on with the bot. */
    wayBack: string;
    /** Whole messages that want the bot again, while a person has the conversation. */
    bot: string;
    /** Says that it answers again. */
    again: string;
  };
  /** What is said to a no to an offer. */
  offerDeclined: string;

  /** What is said to messages that ask nothing in words, or can't be read; see `MessageKind`. */
  kinds: {
    sticker: string;
    contact: string;
    /** A location, where the documents have no answer to `wayThere`. */
    location: string;
    /** What a location is taken to ask. */
    wayThere: string;
    order: string;
    flow: string;
    empty: string;
    lost: string;
    /** Of a kind that isn't read, or isn't known. */
    unreadable: string;
    /** Only the beginning of a long text was read. */
    tooLong: string;
  };

  /** Opting out and in. */
  consent: {
    /** Whole messages that opt out. */
    stop: string;
    /** Whole messages that opt in again. Everyday words may be among them. */
    start: string;
    /** Whether people of other languages use these words, too, so that they show no language. */
    usedByAll: boolean;
    /** Says that nothing more will be sent, and how to change that. */
    stopped: string;
    /** Says that messages are sent again, and how to stop them. */
    started: string;
  };
}
