import { Injectable } from '@nestjs/common';
import { Env } from '../../env/env.js';
import type { ModelMessage } from '../conversation.js';
import { ModelClient } from './model-client.js';

/** OpenAI's current small model; the model of another server must be named. */
const OPENAI_DEFAULT = 'gpt-5.4-mini';

/** Any OpenAI-compatible chat model. */
@Injectable()
export class ChatModel {
  private readonly clients = new Map<string, ModelClient>();

  constructor(private readonly env: Env) {}

  /** Whether a model is configured. */
  get configured(): boolean {
    return !!(this.env.OPENAI_API_KEY || this.env.OPENAI_BASE_URL);
  }

  /**
   * The model's answer, which is never empty. Aborting `signal` closes the connection.
   * Throws `ModelError`, or the signal's reason when that aborts.
   */
  async answer(
    system: string,
    conversation: ModelMessage[],
    signal: AbortSignal,
    name = this.env.CHAT_MODEL ?? OPENAI_DEFAULT,
  ): Promise<string> {
    const messages = [{ role: 'system' as const, text: system }, ...conversation];
    const { text } = await this.client(name).ask(messages, signal);
    return text;
  }

  private client(name: string): ModelClient {
    const { OPENAI_API_KEY: key, OPENAI_BASE_URL: baseUrl } = this.env;
    const known = this.clients.get(name);
    if (known) return known;
    const client = new ModelClient({ baseUrl, key, name });
    this.clients.set(name, client);
    return client;
  }
}
