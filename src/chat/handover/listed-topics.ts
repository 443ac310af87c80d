import { fold, languages } from '../../language/language.js';
import { type AskedWord, askedWords } from '../../language/question.js';
import { words } from '../../language/tokens.js';

/** The entries of the setting `handover_topics`: a line each. */
export function entriesOf(topics: string): string[] {
  return topics
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/**
 * The first entry that a message is about: it has each of the entry's words, or one that means the same,
 * in any form and any of the languages. Of an entry that is made of little words alone ("who are you")
 * it has them as they stand.
 */
export function topicIn(message: string, topics: string): string | undefined {
  return entriesOf(topics).find((entry) => isAbout(message, entry));
}

function isAbout(message: string, entry: string): boolean {
  return languages.some((language) => {
    const wanted = askedWords(entry, language).filter(({ own }) => own.length);
    if (!wanted.length) return has(message, entry);
    const said = askedWords(message, language);
    return wanted.every((word) => said.some((other) => meansSame(word, other)));
  });
}

function meansSame(one: AskedWord, other: AskedWord): boolean {
  const [mine, theirs] = [one.own.join(' '), other.own.join(' ')];
  const among = (synonyms: string[][], of: string) => synonyms.some((all) => all.join(' ') === of);
  return mine === theirs || among(one.synonyms, theirs) || among(other.synonyms, mine);
}

function has(message: string, entry: string): boolean {
  const plain = (text: string) => ` ${words(text).map(fold).join(' ')} `;
  return plain(message).includes(plain(entry));
}
