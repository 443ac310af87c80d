import { type Language, ofEach } from '../../language/language.js';
import type { CuratedAnswer } from './curated-answer.js';
import { sameQuestion, type Wording, wordingOf } from './wording.js';

interface Entry {
  wording: Wording;
  answer: CuratedAnswer;
}

/** One language's way to read the curated questions. */
interface Pages {
  exact: Map<string, CuratedAnswer>;
  entries: Entry[];
  known: Set<string>;
}

/**
 * The curated answers by their questions. Each question is read in every language, because one such
 * as "wifi?" shows none, and a sender's is compared with them in the sender's.
 */
export class QuestionBook {
  private readonly pages: Record<Language, Pages>;

  /** Of two that have the same question, the one that was changed last counts. */
  constructor(answers: CuratedAnswer[]) {
    const latestFirst = answers.toSorted((a, b) => b.updatedAt - a.updatedAt);
    this.pages = ofEach((_, language) => pagesOf(latestFirst, language));
  }

  /** The answer to a question; undefined when nobody wrote one to exactly that question. */
  find(question: string, language: Language): CuratedAnswer | undefined {
    const wording = wordingOf(question, language);
    if (!wording) return undefined;
    const { exact, entries, known } = this.pages[language];
    const same = exact.get(keyOf(wording));
    return same ?? entries.find((entry) => sameQuestion(wording, entry.wording, known))?.answer;
  }
}

function pagesOf(answers: CuratedAnswer[], language: Language): Pages {
  const entries = answers.flatMap((answer) =>
    answer.questions
      .map((question) => wordingOf(question, language))
      .filter((wording) => wording !== undefined)
      .map((wording): Entry => ({ wording, answer })),
  );
  const exact = new Map<string, CuratedAnswer>();
  for (const { wording, answer } of entries.toReversed()) exact.set(keyOf(wording), answer);
  return {
    exact,
    entries,
    known: new Set(entries.flatMap(({ wording }) => [...wording.about.keys()])),
  };
}

function keyOf({ about, telling }: Wording): string {
  return `${[...about.keys()].sort().join(' ')}|${telling}`;
}
