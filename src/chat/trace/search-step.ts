import { ApiProperty } from '@nestjs/swagger';
import { ENOUGH, type Passage } from '../../knowledge/search/passage.js';
import { Step, TracedPlace } from './step.js';

const NUMBER = { type: Number, nullable: true };

/** Of a passage's text so much is kept, in UTF-16 units: the document has the rest. */
const EXCERPT = 500;

/** A passage that a search found, and what it was worth. */
export class TracedPassage extends TracedPlace {
  @ApiProperty({ ...NUMBER, description: 'From 1, where the document has pages.' })
  page: number | null;
  @ApiProperty({ description: 'Its beginning.' })
  text: string;
  @ApiProperty({ description: 'Joined of all measures: orders the passages of this search.' })
  score: number;
  @ApiProperty({ description: 'How sure it is, from 0 to 1, that it answers: see `threshold`.' })
  relevance: number;
  @ApiProperty({ description: 'BM25 on the words.' })
  words: number;
  @ApiProperty({ ...NUMBER, description: 'The cosine of its nearest window, with embeddings.' })
  meaning: number | null;
  @ApiProperty({ ...NUMBER, description: 'The score of the rerank endpoint.' })
  rerank: number | null;
  @ApiProperty({ description: "Not in the question's language: it ranks lower." })
  other_language: boolean;
  @ApiProperty({ description: 'The answer is made from it.' })
  used: boolean;

  static of(passage: Passage): TracedPassage {
    const { documentId, title, section, position, page, text, score, relevance } = passage;
    const { words, meaning, rerank, foreign } = passage.evidence;
    return {
      document_id: documentId,
      title,
      section,
      position,
      page: page ?? null,
      text: text.length > EXCERPT ? `${text.slice(0, EXCERPT).toWellFormed()}…` : text,
      score: rounded(score),
      relevance: rounded(relevance),
      words: rounded(words),
      meaning: meaning === undefined ? null : rounded(meaning),
      rerank: rerank === undefined ? null : rounded(rerank),
      other_language: foreign ?? false,
      used: false,
    };
  }
}

/** A word of the question, in the form in which it is searched for. */
export class SoughtWord {
  @ApiProperty({ example: 'ship' })
  word: string;
  @ApiProperty({ description: 'Rare words weigh more.' })
  weight: number;
  @ApiProperty({ type: [String], description: 'What was found for it. None: it stands nowhere.' })
  found: string[];
  @ApiProperty({
    type: [String],
    enum: ['word', 'translation', 'synonym', 'typo'],
    description: 'By what.',
  })
  by: ('word' | 'translation' | 'synonym' | 'typo')[];
}

/** A search of the documents, or of what the sender sent. */
export class SearchStep extends Step {
  @ApiProperty({ enum: ['search'] })
  kind: 'search';
  @ApiProperty({ enum: ['documents', 'attachments'], description: 'attachments: what was sent.' })
  in: 'documents' | 'attachments';
  @ApiProperty({ description: 'What was searched for.' })
  query: string;
  @ApiProperty({ description: 'The question before was searched for, too: it is a follow-up.' })
  follow_up: boolean;
  @ApiProperty({ example: 'en' })
  language: string;
  @ApiProperty({ description: 'It was searched for by meaning, too, and not only by words.' })
  by_meaning: boolean;
  @ApiProperty({ description: 'The rerank endpoint ordered what was found.' })
  reranked: boolean;
  @ApiProperty({ type: [SoughtWord] })
  sought: SoughtWord[];
  @ApiProperty({ description: 'A passage of less relevance reaches no prompt and no customer.' })
  threshold: number;
  @ApiProperty({ type: [TracedPassage], description: 'Best first, those below it, too.' })
  passages: TracedPassage[];
}

/** A search, and what it found, as it is kept. */
export function searched(
  where: SearchStep['in'],
  asked: Pick<SearchStep, 'query' | 'language' | 'follow_up'>,
  passages: Passage[],
): Omit<SearchStep, 'at_ms' | 'ms'> {
  return {
    kind: 'search',
    in: where,
    ...asked,
    by_meaning: passages.some(({ evidence }) => evidence.meaning !== undefined),
    reranked: passages.some(({ evidence }) => evidence.rerank !== undefined),
    sought: soughtIn(passages),
    threshold: ENOUGH,
    passages: passages.map((passage) => TracedPassage.of(passage)),
  };
}

function soughtIn(passages: Passage[]): SoughtWord[] {
  const all = new Map<string, SoughtWord>();
  for (const { evidence } of passages) {
    for (const { term, weight } of [...evidence.matched, ...evidence.missing])
      if (!all.has(term)) all.set(term, { word: term, weight: rounded(weight), found: [], by: [] });
    for (const { term, found, by } of evidence.matched) {
      const sought = all.get(term)!;
      if (!sought.found.includes(found)) sought.found.push(found);
      if (!sought.by.includes(by)) sought.by.push(by);
    }
  }
  return [...all.values()];
}

/** Three digits say enough. */
function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
