import { Injectable } from '@nestjs/common';
import { Env } from '../env/env.js';
import type { Language } from '../language/language.js';
import { OpenAIEndpoint } from './openai-endpoint.js';

/** OpenAI's current small model; the model of another server must be named. */
const OPENAI_DEFAULT = 'gpt-4o-mini-transcribe';
/** Milliseconds for one voice note. */
const LIMIT_MS = 20_000;
/** What models write where nobody speaks: "[Music]", "(silence)", "♪". */
const SOUNDS = /\[[^\]]*\]|\([^)]*\)|\*[^*]*\*/g;

/** So often nobody says the same word and nothing else: models do, when they lose the thread. */
const LOOP = 6;

/** Hears what is said in a voice note, through an OpenAI-compatible server. */
@Injectable()
export class Transcription {
  constructor(
    private readonly env: Env,
    private readonly endpoint: OpenAIEndpoint,
  ) {}

  /** The model's name; undefined where nothing hears voice notes. */
  get model(): string | undefined {
    return this.endpoint.model(this.env.TRANSCRIPTION_MODEL, OPENAI_DEFAULT);
  }

  /**
   * What is said; empty where nothing is. Servers tell the format by the file's name. `language` is a
   * hint. Throws an `EndpointError`, or the signal's reason.
   */
  async transcribe(
    bytes: Buffer,
    extension: string,
    language: Language | undefined,
    caller: AbortSignal,
  ): Promise<string> {
    const form = new FormData();
    form.set('model', this.model!);
    form.set('response_format', 'json');
    if (language) form.set('language', language);
    form.set('file', new Blob([new Uint8Array(bytes)]), `voice.${extension}`);
    const signal = AbortSignal.any([caller, AbortSignal.timeout(LIMIT_MS)]);
    const answer = (await this.endpoint.post('/audio/transcriptions', form, signal)) as {
      text?: unknown;
    } | null;
    const text = typeof answer?.text === 'string' ? answer.text.trim() : '';
    return isSpeech(text) ? text : '';
  }
}

function isSpeech(text: string): boolean {
  const words =
    text
      .replace(SOUNDS, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 && (words.length < LOOP || new Set(words).size > 2);
}
