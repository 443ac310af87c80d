import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

/** A passage that questions were asked about; each becomes a document. */
export interface Context {
  article: string;
  /** Unique: the article's title and a number. */
  name: string;
  text: string;
}

export interface Question {
  text: string;
  /** Any of them is right. */
  references: string[];
  context: Context;
}

export interface Squad {
  contexts: Context[];
  questions: Question[];
}

const list = (properties: object) => ({
  type: 'array',
  minItems: 1,
  items: { type: 'object', required: Object.keys(properties), properties },
});
const text = { type: 'string' };
const qas = list({ question: text, answers: list({ text }) });
const fits = new Ajv({ allErrors: true }).compile({
  type: 'object',
  required: ['data'],
  properties: { data: list({ paragraphs: list({ context: text, qas }) }) },
});

interface Written {
  data: { title?: string; paragraphs: Paragraph[] }[];
}
interface Paragraph {
  context: string;
  qas: { question: string; answers: { text: string }[] }[];
}

/**
 * Reads a file in SQuAD's form. Contexts with the same text are one. Throws an `Error` that names the
 * file and what is wrong.
 */
export function readSquad(file: string): Squad {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!fits(read)) {
    const lines = fits.errors!.map(({ instancePath, message }) => `  ${instancePath} ${message}`);
    throw new Error([`${file} has not SQuAD's form:`, ...lines].join('\n'));
  }
  const contexts = new Map<string, Context>();
  const questions: Question[] = [];
  for (const [at, { title, paragraphs }] of (read as unknown as Written).data.entries()) {
    const article = (title ?? `Article ${at + 1}`).replaceAll('_', ' ');
    for (const [number, { context: text, qas }] of paragraphs.entries()) {
      const name = `${article} ${at + 1}-${number + 1}`.replaceAll(/[/\\]/g, ' ');
      const context = contexts.get(text) ?? { article, name, text };
      contexts.set(text, context);
      questions.push(...qas.map((qa) => questionOf(qa, context)));
    }
  }
  return { contexts: [...contexts.values()], questions };
}

function questionOf({ question, answers }: Paragraph['qas'][number], context: Context): Question {
  return { text: question, references: answers.map(({ text }) => text), context };
}

/** The questions about every second article: `a` those about the first, the third… */
export function half({ contexts, questions }: Squad, which: 'a' | 'b'): Question[] {
  const articles = [...new Set(contexts.map(({ article }) => article))];
  const wanted = which === 'a' ? 0 : 1;
  return questions.filter(({ context }) => articles.indexOf(context.article) % 2 === wanted);
}
