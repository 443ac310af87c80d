import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

/** Fails with every place in which axe-core finds something serious or critical in what is shown. */
export async function noSeriousAxe(page: Page): Promise<void> {
  // What is fading in or out has colours that nobody has to read; what turns for ever is no such thing.
  await page.evaluate(() => {
    const fading = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    return Promise.all(fading.map((one) => one.finished.catch(() => undefined)));
  });
  // By the browser's own tools, which the page's policy doesn't bind.
  await page.evaluate(SOURCE);
  const violations = await page.evaluate(async (values): Promise<Violation[]> => {
    const { axe } = globalThis as any;
    const options = { runOnly: { type: 'tag', values }, resultTypes: ['violations'] };
    return (await axe.run(document, options)).violations;
  }, RULES);
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.flatMap(({ id, nodes }) => nodes.map((node) => [id, node.html, node.failureSummary])),
  ).toEqual([]);
}
