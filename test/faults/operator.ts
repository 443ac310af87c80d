import { until } from '../support/until.js';
import type { Trial } from './trial.js';

/** Somebody who looks after Recado, by its admin API and as a supervisor does. */
export class Operator {
  /** The conversations that were erased. */
  readonly erased: string[] = [];
  private readonly trial: Trial;

  constructor(trial: Trial) {
    this.trial = trial;
  }

  /** The id of somebody's conversation, once there is one. */
  conversationOf(from: string): Promise<string> {
    const address = encodeURIComponent(from.replace('whatsapp:', ''));
    return until(async () => {
      const path = `/api/v1/conversations?wa_id=${address}`;
      const { items } = await this.trial.town.admin<{ items: { id: string }[] }>(path);
      return items[0]?.id;
    }, 30_000);
  }

  /** Erases somebody: what they wrote until now is to be gone. */
  async erases(from: string): Promise<void> {
    const id = await this.conversationOf(from);
    for (const text of this.trial.writers.texts) if (text.from === from) text.gone = 'erased';
    this.erased.push(id);
    await this.does('DELETE', `conversations/${id}`);
  }

  /** A call of the admin API, which must succeed. */
  async does(method: string, path: string, body?: unknown): Promise<void> {
    const answer = await this.trial.town.nodes[0].call(method, `/api/v1/${path}`, body);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }

  /** Starts the first node again whenever it dies, with this environment, until `done`. */
  async supervise(
    env: NodeJS.ProcessEnv,
    withinMs: number,
    done: () => Promise<boolean>,
  ): Promise<void> {
    const { trial } = this;
    const looked = async () => {
      if (!trial.town.nodes[0].hasEnded) return done();
      trial.struck();
      await trial.town.startNode(0, env).catch(() => undefined);
      return false;
    };
    await until(looked, withinMs);
  }
}
