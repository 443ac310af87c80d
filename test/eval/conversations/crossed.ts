import { readFileSync } from 'node:fs';
import type { Conversation, Scenario, Turn } from '../../../src/scenarios/scenario.js';
import { fold, guessLanguage, type Language, languages } from '../../../src/language/language.js';

/**
 * A set as it is for a business whose documents stand in one language, and which is asked in another: for each language of
 * its documents one, with the conversations that are in others, and whose facts these documents tell as well, in words
 * that the set takes.
 */
export function crossed(set: Scenario): Scenario[] {
  const read = set.documents.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  return languages
    .map((language): Scenario => {
      const own = read.filter(({ text }) => guessLanguage(text) === language);
      const told = plain(own.map(({ text }) => text).join('\n'));
      const documents = own.map(({ file }) => file);
      const conversations = set.conversations.filter((of) => isCrossed(of, language, told));
      return { ...set, name: `${language}/${set.name}`, documents, conversations };
    })
    .filter(({ documents, conversations }) => documents.length > 0 && conversations.length > 0);
}

function isCrossed({ turns }: Conversation, language: Language, told: string): boolean {
  return turns.every((turn) => {
    const asked = guessLanguage(turn.ask);
    return asked !== undefined && asked !== language && (turn.refuse || isTold(turn, told));
  });
}

/** Whether documents hold one of the texts that each part of an answer may be told in. */
function isTold({ must = [] }: Turn, told: string): boolean {
  return (
    must.length > 0 && must.every((of) => [of].flat().some((one) => told.includes(plain(one))))
  );
}

const plain = (text: string) => fold(text.toLowerCase()).replace(/\s+/g, ' ');
