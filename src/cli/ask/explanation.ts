import type { ModelPart, TraceOutcome } from '../../chat/trace/outcome.js';
import type { TracedPassage } from '../../chat/trace/search-step.js';
import type { TraceStep } from '../../chat/trace/trace.js';
import type { TriedAnswer } from '../../questions/try.dto.js';
import { columns, inLine, plain } from '../terminal.js';

/** The answer, how it was made, and from what. */
export function answerInWords({ answer, mode, handover, sources }: TriedAnswer): string {
  const person = handover ? '; the sender would wait for a person from then on' : '';
  const places = sources.map(
    ({ title, page }) => `source: ${inLine(title)}${page ? `, p. ${page}` : ''}\n`,
  );
  return `${plain(answer)}\n\nmode: ${mode}${person}\n${places.join('')}`;
}

/** Why it is this answer: who answered, what was found with which scores, and each step. */
export function explanationOf({ passages, threshold, trace }: TriedAnswer): string {
  const time = `${trace.timings.total_ms ?? 0} ms`;
  return [
    `\nWhy: ${whoAnswered(trace.outcome)} (${time})\n`,
    ...trace.steps.map(stepInWords),
    passages.length
      ? `\nFound (what is below ${threshold} reaches no prompt and no customer):\n${table(passages)}`
      : '\nFound: nothing.\n',
  ].join('');
}

function whoAnswered({ branch, why, model, error }: TraceOutcome): string {
  const reason = why ? `, because: ${why.replaceAll('_', ' ')}` : '';
  return `${branch}${reason}; the model: ${MODEL[model]}${error ? ` (${inLine(error)})` : ''}`;
}

const MODEL: Record<ModelPart, string> = {
  answered: 'its answer is this one',
  none_set: 'none is set (CHAT_MODEL, OPENAI_API_KEY or OPENAI_BASE_URL)',
  token_limit: "not asked, since the day's tokens are used up",
  budget: 'not asked, since a budget is spent',
  gives_orders: 'not asked, since the message gives orders to a model',
  table_answers: 'not asked, since a table says yes or no',
  nothing_to_read: 'not asked, since no document says anything of it',
  not_the_documents: 'its answer was dropped: it did not say what the documents say',
  guarded: 'its answer was dropped: it stated what stands nowhere, or must not be told',
  failed: 'it failed',
  not_needed: 'not needed',
};

function stepInWords(step: TraceStep): string {
  return `  ${`${step.ms} ms`.padStart(8)}  ${inLine(saidOf(step), 110)}\n`;
}

function saidOf(step: TraceStep): string {
  switch (step.kind) {
    case 'understand':
      return `understood as ${step.wants}, by ${step.by}, in ${step.language}`;
    case 'curated':
      return `the operator's own answer to “${step.title}”`;
    case 'search':
      return `searched the ${step.in} for “${step.query}”: ${step.passages.length} found`;
    case 'quote':
      return `words that answer “${step.question}”: ${step.quotes.length || 'none'}`;
    case 'prompt':
      return `the prompt: ${step.messages.length} messages`;
    case 'generation':
      return `asked ${step.model}: ${step.outcome}${step.error ? ` (${step.error})` : ''}`;
    case 'check':
      return `checked by the ${step.against}: ${step.passed ? 'passed' : `dropped, ${step.reason}`}`;
  }
}

function table(passages: TracedPassage[]): string {
  const head = ['', 'relevance', 'score', 'words', 'meaning', 'rerank', 'passage'];
  const number = (value: number | null) => (value === null ? '–' : value.toFixed(3));
  const rows = passages.map((found) => [
    found.used ? '*' : ' ',
    ...[found.relevance, found.score, found.words, found.meaning, found.rerank].map(number),
    inLine([found.title, found.section, found.text].filter(Boolean).join(' › '), 70),
  ]);
  return `${columns([head, ...rows])}* the answer is made from it\n`;
}
