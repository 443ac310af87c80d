import type { Passage } from '../knowledge/search/passage.js';
import type { Guarded } from './llm/guard.js';
import type { Trace } from './trace/trace.js';
import type { Usage } from './usage/usage.js';
import { type BotConfig, effective } from '../config/bot-config.js';
import type { Wait } from '../sessions/handover/handover.js';
import { Env } from '../env/env.js';
import { type Language, type LanguageSetting, languageSettings } from '../language/language.js';

/** A passage that an answer was made from. */
export interface ReplySource {
  documentId: string;
  title: string;
  /** The passage's text, unchanged. */
  quote: string;
  score: number;
  /** The page of the document, from 1, where it has pages. */
  page?: number;
  /** It is a curated answer: `documentId` is its id, and `title` its first question. */
  curated?: true;
  /** It is of what the sender sent, not of the business: `document_id` names the message. */
  attached?: true;
}

/** An answer, and how it was made. */
export interface Reply {
  /** Markdown. */
  text: string;
  /** The model wrote it; it is in the documents' or the operator's words; or it is the fallback message. */
  mode: 'llm' | 'extractive' | 'fallback';
  sources: ReplySource[];
  /** What it was made from, and how long each stage took. */
  trace: Trace;
  /** The sender waits for a person from this answer on: the bot says nothing more until one has replied. */
  handover?: Wait;
  /** What models used for it, also where their answer was not sent; none where none was asked. */
  usage?: Usage;
  /** Why the model's own answer was not sent: this one came into its place. */
  guarded?: Guarded;
  /** The last line for the sender on WhatsApp, where sources are shown. */
  sourceLine?: string;
  /** What failed, without secrets: the fallback message or the documents' words came instead. */
  error?: string;
}

/** A passage that an answer was made from, as it was found. */
export type Used = Passage & { curated?: true; whole?: Passage[] };

/** A passage as a source. */
export function sourceOf(passage: Used): ReplySource {
  const { documentId, title, text, score, page, curated, whole } = passage;
  const attached = whole && { attached: true as const };
  const more = { ...(page && { page }), ...(curated && { curated }), ...attached };
  return { documentId, title, quote: text, score: Math.round(score * 1000) / 1000, ...more };
}

/** The fallback message that counts while nobody has changed it. */
const standard = (language: LanguageSetting) =>
  effective('fallback_message', { language }, DEFAULT_ENV).value as string;
/** To make one asks the system for its time zone. */
const DEFAULT_ENV = new Env();

/** The configured fallback message. If nobody has changed it, only the sender's language is used. */
export function fallbackMessage({ fallbackMessage }: BotConfig, language: Language): string {
  const untouched = languageSettings.some((of) => standard(of) === fallbackMessage);
  return untouched ? standard(language) : fallbackMessage;
}
