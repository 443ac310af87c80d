import { Injectable, Logger } from '@nestjs/common';
import { Env } from '../../env/env.js';
import { Circuit } from '../meaning/circuit.js';
import type { Passage } from './passage.js';

/** Passages that are ranked anew: the first ones, since each costs the model as much as a page read. */
const MOST = 20;
const FEWEST = 2;
/** Milliseconds that it may take; then the order stays as it is. */
const BUDGET_MS = 1500;

/** The server's answer was none that we know. */
export class BadRanking extends Error {
  override name = 'BadRanking';
}

/**
 * Ranks passages anew by the endpoint of RERANK_URL, in the form that Cohere, Jina, vLLM and llama.cpp
 * serve (`documents` → `results` with `relevance_score`), or that of TEI (`texts` → a list with
 * `score`). Both names are sent: each server takes its own. Without an endpoint, or when it fails, the
 * order stays.
 */
@Injectable()
export class Reranker {
  private readonly logger = new Logger(Reranker.name);
  private readonly circuit = new Circuit(BUDGET_MS);

  constructor(private readonly env: Env) {}

  /** How many passages it wants to see; 0 without an endpoint. */
  get candidates(): number {
    return this.env.RERANK_URL ? MOST : 0;
  }

  /** The passages in their new order; those that the endpoint left out come last. It never throws. */
  async ranked(query: string, passages: Passage[]): Promise<Passage[]> {
    if (!this.env.RERANK_URL || passages.length < FEWEST) return passages;
    const [first, rest] = [passages.slice(0, MOST), passages.slice(MOST)];
    try {
      const scores = await this.circuit.ask((signal) => this.scores(query, first, signal));
      return scores ? [...inOrder(first, scores), ...rest] : passages;
    } catch (error) {
      this.logger.warn(`Passages were not ranked anew: ${(error as Error).message}`);
      return passages;
    }
  }

  /** Each passage's score by the endpoint. Throws `BadRanking`, or what `fetch` throws. */
  async scores(
    query: string,
    passages: Pick<Passage, 'title' | 'section' | 'text'>[],
    signal: AbortSignal,
  ): Promise<Map<number, number>> {
    const { RERANK_URL: base, RERANK_MODEL: model, RERANK_API_KEY: key } = this.env;
    const documents = passages.map(textOf);
    const response = await fetch(base!.endsWith('/rerank') ? base! : `${base}/rerank`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(key && { Authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, query, documents, texts: documents, top_n: documents.length }),
      signal,
    });
    if (!response.ok) throw new BadRanking(`RERANK_URL gave HTTP ${response.status}`);
    return scoresIn(await response.json(), documents.length);
  }
}

function textOf({ title, section, text }: Pick<Passage, 'title' | 'section' | 'text'>): string {
  return `${[title, section].filter(Boolean).join(' > ')}\n${text}`;
}

function inOrder(passages: Passage[], scores: Map<number, number>): Passage[] {
  const ranked = passages.map((passage, at) => {
    const rerank = scores.get(at);
    return { ...passage, evidence: { ...passage.evidence, rerank } };
  });
  const of = ({ evidence }: Passage) => evidence.rerank ?? -Infinity;
  return ranked.sort((a, b) => (of(a) === of(b) ? 0 : of(b) - of(a)));
}

function scoresIn(answer: unknown, count: number): Map<number, number> {
  const { results = answer } = (answer ?? {}) as { results?: unknown };
  if (!Array.isArray(results)) throw new BadRanking('RERANK_URL gave no results');
  const scores = new Map<number, number>();
  for (const { index, relevance_score, score = relevance_score } of results as Ranked[]) {
    const fits = Number.isInteger(index) && index >= 0 && index < count;
    if (!fits || !Number.isFinite(score)) throw new BadRanking('RERANK_URL gave a wrong result');
    scores.set(index, score);
  }
  return scores;
}

interface Ranked {
  index: number;
  relevance_score: number;
  score: number;
}
