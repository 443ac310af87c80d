import { Injectable } from '@nestjs/common';
import type { LineId } from '../../config/lines/line.js';
import { KnowledgeService } from '../../knowledge/knowledge.service.js';
import { type Language, wordsOf } from '../../language/language.js';
import type { Attachments } from '../../media/attachments.js';
import type { Passage } from '../../knowledge/search/passage.js';
import { asWritten } from '../../language/spelling/mend.js';
import { isOffTopic } from '../../intent/off-topic.js';
import type { Branch, Reason } from '../trace/outcome.js';
import { topicsOf } from '../topics.js';
import { type Answered, Quotes } from './quotes.js';

/** A message, and what its answer without a model depends on. */
export interface Asked {
  text: string;
  /** The questions that this message may follow up on. */
  previous?: string;
  language: Language;
  botName: string;
  /** What the bot can help with was told just before: once is enough. */
  brief?: boolean;
  /** What was sent besides text. */
  attachments?: Attachments;
  /** The line that it was asked on. */
  line?: LineId;
}

/** An answer without a model, and the passages that it quotes. */
export interface Extract {
  text: string;
  used: Passage[];
  /** What answers: hours, the operator's own words or the documents', or a refusal. */
  branch: Branch;
  why?: Reason;
}

/** Answers without a model: with the documents' own words, or with "I don't have that". */
@Injectable()
export class ExtractiveAnswers {
  constructor(
    private readonly knowledge: KnowledgeService,
    private readonly quotes: Quotes,
  ) {}

  /** Answers every question of a message. Throws the store's error while no document could be read. */
  async answer(written: Asked): Promise<Extract> {
    const { language, line } = written;
    const mended = await this.knowledge.mended(written.text, language, line);
    const previous =
      written.previous && (await this.knowledge.mended(written.previous, language, line)).text;
    const asked = { ...written, text: mended.text, previous };
    const answers = await this.quotes.ofMessage(asked);
    if (answers.every(({ quotes }) => !quotes.length)) return this.unknown(asked);
    const said = answers.map((of) => ({ ...of, text: asWritten(of.text, mended) }));
    return joined(said, language);
  }

  private async unknown(asked: Asked): Promise<Extract> {
    const { unknown, declined } = wordsOf(asked.language);
    const said = isOffTopic(asked.text) ? declined : unknown;
    const why = said === declined ? ('off_topic' as const) : undefined;
    const topics = asked.brief ? '' : await topicsOf(this.knowledge, asked.language, asked.line);
    return { text: said + topics, used: [], branch: 'refusal', why };
  }
}

/** All answers as one message: each quote once, below its heading, with what leads to it. */
function joined(answers: Answered[], language: Language): Extract {
  const said = new Set<string>();
  const used: Passage[] = [];
  for (const { text, quotes } of answers) {
    for (const { lead, heading, text: quoted, passages } of quotes) {
      if (lead) said.add(lead);
      said.add(heading ? `**${heading}**\n\n${quoted}` : quoted);
      used.push(...passages);
    }
    const asked = text.replace(/[¿?]/g, '').trim();
    if (!quotes.length) said.add(wordsOf(language).unknownAbout(asked));
  }
  const text = [...said].join('\n\n');
  return { text, used: [...new Set(used)], branch: branchOf(answers) };
}

function branchOf(answers: Answered[]): Branch {
  const found = new Set(answers.flatMap(({ quotes }) => quotes.map(({ by }) => by)));
  const [by, ...others] = found;
  return !others.length && (by === 'hours' || by === 'curated') ? by : 'documents';
}
