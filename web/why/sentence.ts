import type { ReviewedAnswer, SearchStep, Trace } from '../api/dist/types.gen.js';
import type { useWhyWords } from './words.js';

type Words = ReturnType<typeof useWhyWords>;
type Outcome = Trace['outcome'];

/** How an outcome looks: what the business wants, what it may want to mend, what went wrong, or neither. */
export type Tone = 'good' | 'plain' | 'mend' | 'bad';

const TONES: Record<Outcome['branch'], Tone> = {
  curated: 'good',
  hours: 'good',
  documents: 'good',
  model: 'good',
  refusal: 'mend',
  fallback: 'bad',
  handover: 'mend',
  plain: 'plain',
  form: 'plain',
  limited: 'mend',
  opt_out: 'plain',
  opt_in: 'plain',
};

export function toneOf({ trace, answer }: ReviewedAnswer): Tone {
  return trace && answer ? TONES[trace.outcome.branch] : 'plain';
}

/** What became of a message, in one sentence. */
export function sentenceOf(answer: ReviewedAnswer, words: Words, locale: string): string {
  if (answer.mode === 'person') return words.person;
  if (answer.answer === null) return unanswered(answer, words);
  return answer.trace ? new Sentence(answer.trace, words, locale).whole() : words.untraced;
}

function unanswered({ outcome }: ReviewedAnswer, { none }: Words): string {
  if (outcome === 'answered') return none.nothing;
  return outcome && outcome in none ? none[outcome as keyof typeof none] : none.other;
}

class Sentence {
  private readonly trace: Trace;
  private readonly words: Words;
  private readonly locale: string;

  constructor(trace: Trace, words: Words, locale: string) {
    this.trace = trace;
    this.words = words;
    this.locale = locale;
  }

  /** Of an answer that also asks for a person both is said; a handover says so itself. */
  whole(): string {
    const { branch, handover } = this.trace.outcome;
    if (!handover || branch === 'handover') return this.answered();
    const { passedOn } = this.words;
    const person = passedOn[handover as keyof typeof passedOn] ?? passedOn.other;
    return `${this.answered()} ${person}`;
  }

  private answered(): string {
    const { words } = this;
    const { branch, why } = this.trace.outcome;
    if (branch === 'curated') return this.curated();
    if (branch === 'hours' || branch === 'documents')
      return `${this.quoted(branch)}${this.since()}`;
    if (branch === 'model') return this.written();
    if (branch === 'refusal') return this.refused();
    if (branch === 'fallback') return this.fallback();
    if (branch === 'handover')
      return words.handover[why as keyof typeof words.handover] ?? words.handover.other;
    if (branch === 'plain')
      return words.plain[why as keyof typeof words.plain] ?? words.plain.other;
    return { form: words.form, limited: words.limited, opt_out: words.optOut, opt_in: words.optIn }[
      branch
    ];
  }

  private curated(): string {
    const found = this.trace.steps.find((step) => step.kind === 'curated');
    const title = found?.title ?? '';
    const { why } = this.trace.outcome;
    if (why === 'translated') return this.words.byCuratedTranslated(title, this.model);
    return this.words.byCurated(title);
  }

  private quoted(branch: 'hours' | 'documents'): string {
    const { words } = this;
    const places = this.trace.steps.flatMap((step) =>
      step.kind === 'quote' ? step.quotes.flatMap((quote) => quote.places) : [],
    );
    const titles = this.named(places.map(({ title }) => title));
    if (branch === 'hours') return titles ? words.byHours(titles) : words.byHoursSetting;
    return titles ? words.byDocuments(titles) : words.byAttachment;
  }

  private written(): string {
    const titles = this.named(usedIn(this.trace).map(({ title }) => title));
    return titles ? this.words.byModel(this.model, titles) : this.words.byModelAlone(this.model);
  }

  private refused(): string {
    const { refused } = this.words;
    const { why } = this.trace.outcome;
    if (why === 'model_says_so') return refused.model_says_so(this.model);
    if (why === 'below_threshold') {
      const searches = this.trace.steps.filter((step) => step.kind === 'search');
      const all = searches.flatMap(({ passages }) => passages.map(({ relevance }) => relevance));
      const [best, least] = [Math.max(0, ...all), searches[0]?.threshold ?? 0];
      return refused.below_threshold(this.number(best), this.number(least)) + this.against();
    }
    const known = why === 'nothing_found' || why === 'off_topic' ? why : 'no_words_fit';
    return refused[known] + this.against();
  }

  private fallback(): string {
    const { fallback } = this.words;
    const { why, error } = this.trace.outcome;
    if (why === 'model_failed') return fallback.model_failed(error ?? '');
    return why === 'too_late' ? fallback.too_late : fallback.nothing_to_send;
  }

  /** Of a refusal: what was held against a model. Without one it would have been the same. */
  private against(): string {
    const { model } = this.trace.outcome;
    const held = model === 'guarded' || model === 'failed' || model === 'not_the_documents';
    return held ? this.since() : '.';
  }

  /** Why no model said it. */
  private since(): string {
    const { since, guarded } = this.words;
    const { model, error } = this.trace.outcome;
    if (model === 'answered' || model === 'not_needed') return '.';
    if (model === 'failed') return `, ${since.failed(error ?? '')}.`;
    if (model !== 'guarded') return `, ${since[model]}.`;
    const check = this.trace.steps.find((step) => step.kind === 'check' && !step.passed);
    const reason = check?.kind === 'check' ? check.reason : null;
    return `, ${since.guarded(guarded[reason as keyof typeof guarded] ?? reason ?? '')}.`;
  }

  private get model(): string {
    const asked = this.trace.steps.findLast((step) => step.kind === 'generation');
    return this.trace.usage?.model ?? asked?.model ?? '';
  }

  private named(titles: string[]): string {
    const all = [...new Set(titles)].slice(0, 3).map(this.words.quoted);
    return new Intl.ListFormat(this.locale).format(all);
  }

  private number(value: number): string {
    return new Intl.NumberFormat(this.locale, { maximumFractionDigits: 2 }).format(value);
  }
}

/** The passages that an answer was made from, each once. */
export function usedIn({ steps }: Trace): SearchStep['passages'] {
  const used = steps.flatMap((step) =>
    step.kind === 'search' ? step.passages.filter((passage) => passage.used) : [],
  );
  return [...new Map(used.map((one) => [`${one.document_id}#${one.position}`, one])).values()];
}
