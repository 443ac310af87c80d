import { setTimeout as delay } from 'node:timers/promises';
import { aSid, type Town } from '../load/town.js';

/** A try to bring a webhook that got no 2xx. `status`: null where there was no answer. */
export interface Refusal {
  at: number;
  status: number | null;
}

/** What somebody wrote. Times are milliseconds since 1970, by this process's clock. */
export interface Text {
  sid: string;
  from: string;
  /** What its answer holds: see `tokensIn`. */
  tokens: string[];
  /** When its webhook was first tried, and when it got its 2xx. */
  triedAt: number;
  takenAt?: number;
  refusals: Refusal[];
  /**
   * It is not to be in the store: its sender was erased, or it isn't ours (`foreign`), and then nobody
   * may answer it either.
   */
  gone?: 'erased' | 'foreign';
}

/** How a throng writes. */
interface Throng {
  /** About so many milliseconds an answer is waited for before the next text. */
  patienceMs?: number;
  /** Each so-many-th text is a newcomer's; 0: none is. */
  newEvery?: number;
  body?: (n: number, who: number) => string;
}

/**
 * The marks by which a text is known in what is sent: a text has one, or one for each paragraph. None
 * is used twice in a trial.
 */
export function tokensIn(body: string): string[] {
  return body.match(/text \d+ of \d+( part \d+)?/g) ?? [];
}

const AGAIN_MS = 100;

/** The people of a trial, and what they wrote. What gets no 2xx is sent again, as Twilio does. */
export class Writers {
  readonly texts: Text[] = [];
  private readonly town: Town;
  private readonly random: () => number;
  private readonly isAnswered: (token: string) => boolean;
  private people = 0;
  private ended = false;
  private closed = false;

  constructor(town: Town, random: () => number, isAnswered: (token: string) => boolean) {
    this.town = town;
    this.random = random;
    this.isAnswered = isAnswered;
  }

  /** A sender who never wrote before. */
  newcomer(): string {
    return `whatsapp:+1500555${1000 + this.people++}`;
  }

  /** What was taken, and is to have an outcome. */
  ours(): Text[] {
    return this.texts.filter(({ takenAt, gone }) => takenAt !== undefined && !gone);
  }

  get taken(): number {
    return this.texts.filter(({ takenAt }) => takenAt).length;
  }

  /** Resolves once it was taken. A `sid` that was written before is a repeat. */
  write(from: string, body: string, sid?: string): Promise<Text> {
    return this.writeAs(from, body, {}, sid);
  }

  /** With more of what a message may have at Twilio. */
  async writeAs(from: string, body: string, more: object, sid = aSid()): Promise<Text> {
    const text: Text = { sid, from, tokens: tokensIn(body), triedAt: Date.now(), refusals: [] };
    this.texts.push(text);
    for (;;) {
      const status = await this.town.write(from, body, sid, more).catch(() => null);
      if (status && status < 300) break;
      if (this.closed) return text;
      text.refusals.push({ at: Date.now(), status });
      await delay(AGAIN_MS);
    }
    text.takenAt = Date.now();
    return text;
  }

  /** It came to Twilio, whose webhook never reached us. It is to be found there; `gone`: or left alone. */
  async leaveAtTwilio(from: string, body: string, gone?: Text['gone']): Promise<Text> {
    const [sid, now] = [aSid(), Date.now()];
    const tokens = tokensIn(body);
    const text: Text = { sid, from, tokens, triedAt: now, takenAt: now, refusals: [], gone };
    this.texts.push(text);
    const message = { from, body, message_sid: sid, webhook: false };
    await this.town.simulator.control('POST', 'messages', message);
    return text;
  }

  /** So many people write so many texts each, one after the other; some webhooks come again. */
  async crowd(people: number, texts: number, repeated = 0.2): Promise<void> {
    await this.all(people, async (from, who) => {
      const written: Text[] = [];
      for (let n = 0; n < texts; n++) {
        written.push(await this.write(from, `text ${n} of ${who}`));
        if (this.random() >= repeated) continue;
        const again = Math.floor(this.random() * written.length);
        await this.repeat(written[again]);
      }
    });
  }

  /**
   * So many people write until `end`, each one text after the other: once the one before is answered,
   * or after about so many milliseconds.
   */
  async throng(people: number, { patienceMs = 0, newEvery = 3, body = shortText }: Throng = {}) {
    await this.all(people, async (from, who) => {
      for (let n = 0; !this.ended; n++) {
        const isNew = newEvery > 0 && n % newEvery === newEvery - 1;
        const text = await this.write(isNew ? this.newcomer() : from, body(n, who));
        await this.awaitAnswer(text, patienceMs * (0.5 + this.random()));
      }
    });
  }

  /** So many people write while `play` runs; each until their last text was taken. See `throng`. */
  async during(people: number, how: Throng, play: () => Promise<void>): Promise<void> {
    const throng = this.throng(people, how);
    await play();
    this.end();
    await throng;
  }

  private async awaitAnswer({ tokens }: Text, forMs: number): Promise<void> {
    const end = Date.now() + forMs;
    while (!this.ended && Date.now() < end && !this.isAnswered(tokens[0])) await delay(20);
  }

  /** Lets the throng go, once the last text of each was taken. */
  end(): void {
    this.ended = true;
  }

  /** Nobody is there any more: what wasn't taken never will be. */
  close(): void {
    this.end();
    this.closed = true;
  }

  /** Brings a webhook again, until it is taken; that of a text which was taken already, too. */
  async repeat({ from, tokens, sid }: Text): Promise<void> {
    for (;;) {
      const status = await this.town.write(from, tokens.join('\n'), sid).catch(() => null);
      if (this.closed || (status && status < 300)) return;
      await delay(AGAIN_MS);
    }
  }

  private async all(people: number, writes: (from: string, who: number) => Promise<void>) {
    const who = Array.from({ length: people }, () => this.people);
    await Promise.all(
      who.map(() => {
        const mine = this.people;
        return writes(this.newcomer(), mine);
      }),
    );
  }
}

function shortText(n: number, who: number): string {
  return `text ${n} of ${who}`;
}

/** A text that is answered in several parts: a paragraph of so many characters for each. */
export function longText(n: number, who: number, parts: number, characters = 1200): string {
  const paragraphs = Array.from({ length: parts }, (_, part) => {
    const beginning = `text ${n} of ${who} part ${part + 1}`;
    return `${beginning} ${'and more '.repeat(characters / 9)}`.trim();
  });
  return paragraphs.join('\n\n');
}
