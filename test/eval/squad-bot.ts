import { setTimeout } from 'node:timers/promises';
import type { Passage } from '../../src/knowledge/search/passage.js';
import { EvalApp } from './eval-app.js';
import type { Context } from './squad.js';

/** Enough passages for ten different documents. */
const PASSAGES = 40;
/** Milliseconds between two looks at whether the vectors are made, and until that is given up. */
const LOOK_MS = 100;
const MOST_MS = 30 * 60_000;

/** The app with a document for each context. */
export class SquadBot {
  readonly app: EvalApp;
  private readonly embeddings: boolean;
  private readonly ids = new Map<Context, string>();

  private constructor(app: EvalApp, embeddings: boolean) {
    this.app = app;
    this.embeddings = embeddings;
  }

  static async start(models: NodeJS.ProcessEnv, contexts: Context[]): Promise<SquadBot> {
    // The server of the vectors is the chat model's, which then must be named.
    const named = models.OPENAI_BASE_URL ? { CHAT_MODEL: 'none' } : {};
    const app = await EvalApp.start({ ...named, ...withoutEmpty(models) });
    const bot = new SquadBot(app, !!models.EMBEDDING_MODEL);
    await bot.put(contexts);
    return bot;
  }

  /** Puts contexts in, and waits until they can be found by all that they can be found by. */
  async put(contexts: Context[]): Promise<void> {
    for (const context of contexts) {
      const { name, article, text } = context;
      this.ids.set(
        context,
        await this.app.upload({ name: `${name}.txt`, bytes: text, title: article }),
      );
    }
    if (this.embeddings) for (const context of contexts) await this.vectorsOf(context);
  }

  async remove(contexts: Context[]): Promise<void> {
    for (const context of contexts) await this.app.remove(this.ids.get(context)!);
  }

  search(question: string): Promise<Passage[]> {
    return this.app.knowledge.search(question, PASSAGES);
  }

  idOf(context: Context): string {
    return this.ids.get(context)!;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.close();
  }

  /** A passage that has no vector yet is found by its words alone. */
  private async vectorsOf(context: Context): Promise<void> {
    const id = this.idOf(context);
    const beginning = context.text.slice(0, 200);
    for (const until = Date.now() + MOST_MS; ; await setTimeout(LOOK_MS)) {
      const own = (await this.search(beginning)).filter(({ documentId }) => documentId === id);
      if (own.length && own.every(({ evidence }) => evidence.meaning !== undefined)) return;
      if (Date.now() > until)
        throw new Error(`EMBEDDING_MODEL is set, ${context.name} has no vector`);
    }
  }
}

function withoutEmpty(models: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(models).filter(([, value]) => value));
}
