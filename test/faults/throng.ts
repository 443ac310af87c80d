import { aSid, type Town } from '../load/town.js';

/** So many people write at the same time. */
const WRITERS = 40;

/** Each person's next text comes from a sender who is new: in every so manieth turn. */
const NEW_EVERY = 3;

/** The numbers of those who are new: as many as there are with four digits. */
const FIRST_NEW = 2000;
const NEW = 8000;

/**
 * People who write for as long as they are let, each one text after the other, now and then as a
 * sender who never wrote before. What gets no 2xx is sent again, as Twilio does.
 */
export class Throng {
  /** How many texts were taken. */
  taken = 0;
  /** How often one was refused by a Recado that ran. */
  refused = 0;
  private newcomers = 0;
  private ended = false;
  private readonly writing: Promise<unknown>;
  private readonly town: Town;

  constructor(town: Town) {
    this.town = town;
    this.writing = Promise.all(Array.from({ length: WRITERS }, (_, n) => this.write(n)));
  }

  /** Resolves when the last text of each was taken. */
  async end(): Promise<void> {
    this.ended = true;
    await this.writing;
  }

  private async write(writer: number): Promise<void> {
    for (let n = 0; !this.ended; n++) {
      const isNew = n % NEW_EVERY === 0;
      const number = isNew ? FIRST_NEW + (this.newcomers++ % NEW) : 1000 + writer;
      await this.sendUntilTaken(`whatsapp:+1500555${number}`, `text ${n} of ${writer}`);
    }
  }

  private async sendUntilTaken(from: string, body: string): Promise<void> {
    const sid = aSid();
    for (;;) {
      const status = await this.town.write(from, body, sid).catch(() => null);
      if (status && status < 300) break;
      if (status) this.refused++;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    this.taken++;
  }
}
