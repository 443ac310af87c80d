import { languages, wordsOf } from '../language/language.js';

/** What the bot can offer with a question at the end of its message. */
export type Offer = 'person' | 'opt-out';

const OFFERS = languages.flatMap((language) => {
  const { person, optOut } = wordsOf(language).offers;
  return [
    { sentence: person, offer: 'person' as const },
    { sentence: optOut, offer: 'opt-out' as const },
  ];
});

/** What a message of the bot offered: it ends with one of the bot's own sentences. */
export function offerIn(answer: string): Offer | undefined {
  const end = answer.trimEnd();
  return OFFERS.find(({ sentence }) => end.endsWith(sentence))?.offer;
}
