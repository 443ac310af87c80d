import type { Passage } from '../../../src/knowledge/search/passage.js';
import { EvalApp } from '../eval-app.js';
import type { Context } from './squad.js';

/** Enough passages for ten different documents. */
const PASSAGES = 40;
/** The app with a document for each context. */
export class SquadBot {
  readonly app: EvalApp;
  private readonly ids = new Map<Context, string>();

  private constructor(app: EvalApp) {
    this.app = app;
  }

  static async start(models: NodeJS.ProcessEnv, contexts: Context[]): Promise<SquadBot> {
    const app = await EvalApp.start(models);
    const bot = new SquadBot(app);
    await bot.put(contexts).catch(async (error: Error) => {
      await app.close();
      throw error;
    });
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
    await this.app.vectorsMade();
  }

  async remove(contexts: Context[]): Promise<void> {
    for (const context of contexts) await this.app.remove(this.ids.get(context)!);
  }

  search(question: string): Promise<Passage[]> {
    return this.app.search(question, PASSAGES);
  }

  idOf(context: Context): string {
    return this.ids.get(context)!;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.close();
  }
}
