import type { TriedAnswer } from '../../questions/try.dto.js';
import { askAdmin } from '../ask-admin.js';
import { print, withRecado } from '../work.js';
import { answerInWords, explanationOf } from './explanation.js';

export interface AskOptions {
  explain?: boolean;
  json?: boolean;
}

/** Prints what the bot answers to a question, and returns the exit code. */
export function ask(question: string, { explain, json }: AskOptions): Promise<number> {
  return withRecado(async (recado) => {
    const tried = await askAdmin<TriedAnswer>(recado, 'POST', '/api/v1/knowledge/try', {
      question,
    });
    const { passages: _, threshold: __, trace: ___, ...short } = tried;
    print(json, explain ? tried : short, () =>
      explain ? answerInWords(tried) + explanationOf(tried) : answerInWords(tried),
    );
    return 0;
  });
}
