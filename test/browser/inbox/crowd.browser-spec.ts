import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { withConsole } from '../console.fixture.js';
import { peopleOf, seed } from './inbox.fixture.js';
import { tasksOf } from './tasks.js';

const MANY = 10_000;
/** Rows that may be on the page at once. */
const MOST_ROWS = 100;
/**
 * Milliseconds that one task may keep the page from anything else. Of its own time: this test shares
 * the processors with another one.
 */
const LONGEST_TASK = 200;

/** Notes the most rows that were on the page at any frame from now on. */
async function watch(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen = { mounted: 0 };
    Object.assign(globalThis, { seen });
    const count = () => {
      seen.mounted = Math.max(seen.mounted, document.querySelectorAll('[role=option]').length);
      requestAnimationFrame(count);
    };
    count();
  });
  return () =>
    page.evaluate(() => (globalThis as unknown as { seen: { mounted: number } }).seen.mounted);
}

/** Scrolls down by a window at each frame until there is nothing more. */
const scrollThrough = (page: Page) =>
  page.evaluate(async () => {
    const rows = document.querySelector('.rows')!;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let still = 0; still < 120;) {
      const before = rows.scrollTop;
      rows.scrollTop += 700;
      await frame();
      still = rows.scrollTop === before ? still + 1 : 0;
    }
    return Math.round(rows.scrollHeight / 84);
  });

const scrollBack = (page: Page) =>
  page.evaluate(async () => {
    const rows = document.querySelector('.rows')!;
    while (rows.scrollTop > 0) {
      rows.scrollTop -= 5000;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });

withConsole('an inbox of ten thousand conversations', (app) => {
  beforeAll(async () => void (await seed(app(), peopleOf(MANY, 1))));

  it(
    'has few rows on the page, and no long task, however far it is scrolled',
    { timeout: 180_000 },
    async () => {
      const page = await app().signedIn('inbox');
      await page.getByRole('option').first().waitFor();
      const mounted = await watch(page);
      const tasks = await tasksOf(app().browser, page, async () => {
        // All but those who wait and are not among the first.
        expect(await scrollThrough(page)).toBeGreaterThan(MANY * 0.98);
        await scrollBack(page);
        await page.locator('.section', { hasText: 'Waiting for a person' }).waitFor();
      });
      const [longest] = tasks;
      console.log('mounted', await mounted(), 'tasks', tasks.length, 'longest', longest);
      expect(await mounted()).toBeGreaterThan(5);
      expect(await mounted()).toBeLessThanOrEqual(MOST_ROWS);
      // Thousands were traced: without the thread's own time none would be in the list.
      expect(tasks.length).toBeGreaterThan(1000);
      expect(longest.busy).toBeLessThanOrEqual(LONGEST_TASK);
    },
  );

  it('is searched in all of them, and one is opened', async () => {
    const page = await app().signedIn('inbox');
    await page.getByRole('button', { name: 'Show names and numbers' }).click();
    await page.getByLabel('Search names').fill('+1202555 18888');
    const row = page.getByRole('option').filter({ hasText: ' 8888' });
    await row.waitFor();
    expect(await page.getByRole('option').count()).toBe(1);
    await row.click();
    await page.getByRole('log').getByText('(8888.0)').waitFor();
  });
});
