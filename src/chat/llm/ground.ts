import type { Language } from '../../language/language.js';
import { numeralsIn } from '../../language/numerals.js';
import { type Facts, factsOf } from './facts.js';

/** All facts of some texts: what an answer may state. */
export class Ground {
  private readonly numbers = new Set<number>();
  /** The hours of its times, as they are said without their minutes. */
  private readonly hours = new Set<number>();
  private readonly times = new Set<number>();
  private readonly phones: string[] = [];
  private readonly links: string[] = [];

  constructor(texts: string[], language: Language) {
    for (const text of texts) {
      this.add(factsOf(text, language));
      for (const value of numeralsIn(text)) this.numbers.add(value);
    }
  }

  private add({ numbers, times, phones, links }: Facts): void {
    for (const { values } of numbers) for (const value of values) this.numbers.add(value);
    for (const { minutes } of times) {
      this.times.add(minutes);
      const hour = Math.floor(minutes / 60);
      // "Half past seven" is said with the hour alone, and "eight in the evening" with 8.
      for (const said of [hour, hour % 12 || 12, hour || 24]) this.hours.add(said);
    }
    this.phones.push(...phones);
    this.links.push(...links);
  }

  /** Whether its addresses are all among these. */
  hasLinks({ links }: Facts): boolean {
    const bare = (address: string) => address.replace(/^https?:\/\/(www\.)?|^www\./, '');
    const known = new Set(this.links.map(bare));
    return links.every((link) => known.has(bare(link)));
  }

  /** Whether its figures are all among these. */
  holds({ numbers, times, phones }: Facts): boolean {
    return (
      numbers.every(({ values }) => values.some((value) => this.hasNumber(value))) &&
      times.every((time) => this.hasTime(time)) &&
      phones.every((phone) => this.hasPhone(phone))
    );
  }

  /** Whether any of its figures and addresses is among these. */
  holdsAny({ numbers, times, phones, links }: Facts): boolean {
    return (
      numbers.some(({ values }) => values.some((value) => this.hasNumber(value))) ||
      times.some((time) => this.hasTime(time)) ||
      phones.some((phone) => this.hasPhone(phone)) ||
      links.some((link) => this.links.includes(link))
    );
  }

  private hasNumber(value: number): boolean {
    return this.numbers.has(value) || this.hours.has(value);
  }

  private hasTime({ minutes, exact }: Facts['times'][number]): boolean {
    if (this.times.has(minutes)) return true;
    if (!exact && this.times.has(minutes + 12 * 60)) return true;
    return minutes % 60 === 0 && this.numbers.has(minutes / 60);
  }

  /** With the country's code or without it. */
  private hasPhone(phone: string): boolean {
    const same = (known: string) => known.endsWith(phone) || phone.endsWith(known);
    return this.numbers.has(Number(phone)) || this.phones.some(same);
  }
}
