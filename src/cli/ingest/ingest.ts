import type { KnowledgeClient } from './knowledge.client.js';
import type { Report, Result } from './report.js';
import type { Source } from './sources.js';

/** How many are under way at the same time. */
const AT_ONCE = 4;

/** Puts things in, a few at a time; those of the same name one after the other. */
export class Ingest {
  private readonly waiting: (() => Promise<void>)[] = [];
  private readonly latest = new Map<string, Promise<void>>();
  private readonly ids = new Map<string, string>();
  private running = 0;

  constructor(
    private readonly client: KnowledgeClient,
    private readonly report: Report,
  ) {}

  /** Resolves when all are in or refused. */
  async putAll(sources: Source[]): Promise<void> {
    await Promise.all(sources.map((source) => this.put(source)));
  }

  put(source: Source): Promise<void> {
    return this.inTurn(source.name, async () => {
      const { id, outcome } = await this.client.put(source);
      this.ids.set(source.name, id);
      return outcome;
    });
  }

  /** Takes out the document that was put in under a name, if one was. */
  remove(name: string): Promise<void> {
    return this.inTurn(name, async () => {
      const id = this.ids.get(name);
      this.ids.delete(name);
      if (id) await this.client.remove(id);
      return id ? 'removed' : 'unchanged';
    });
  }

  /** What came first of a name ends first, so that the last one counts. */
  private inTurn(name: string, work: () => Promise<Result['outcome']>): Promise<void> {
    this.report.expect(1);
    const before = this.latest.get(name) ?? Promise.resolve();
    const done = before.then(() =>
      this.place(async () => this.report.add(await result(name, work))),
    );
    this.latest.set(name, done);
    return done;
  }

  private place(work: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push(() => work().then(resolve, reject));
      this.next();
    });
  }

  private next(): void {
    if (this.running === AT_ONCE) return;
    const work = this.waiting.shift();
    if (!work) return;
    this.running++;
    void work().finally(() => {
      this.running--;
      this.next();
    });
  }
}

async function result(name: string, work: () => Promise<Result['outcome']>): Promise<Result> {
  try {
    return { name, outcome: await work() };
  } catch (error) {
    return { name, outcome: 'refused', error: (error as Error).message };
  }
}
