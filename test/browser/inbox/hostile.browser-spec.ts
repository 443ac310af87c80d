import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';
import { peopleOf, seed, sideways } from './inbox.fixture.js';

const HARM = 'window.harmed = true';
/** What people may write, and what a name may be. */
const HOSTILE: Record<string, string> = {
  markup: `<img src=x onerror="${HARM}"><script>${HARM}</script><svg onload="${HARM}">`,
  entities: `&lt;script&gt;${HARM}&lt;/script&gt; javascript:${HARM} \${${HARM}} {{${HARM}}}`,
  direction: '\u202Eevil\u202C \u2066\u2067\u2068 مرحبا \u200F\u202E txt.exe',
  isolated: '\u2066\u202E\u2067'.repeat(200) + 'unclosed',
  emoji: '😀'.repeat(4096),
  families: '👨‍👩‍👧‍👦'.repeat(300),
  marks: `Z${'\u0301'.repeat(4096)}`,
  stacked: 'o\u0302\u0303\u0304\u0308\u030c\u0316\u0323\u0324\u0330'.repeat(200),
  word: 'x'.repeat(5000),
  address: `https://example.com/${'a'.repeat(2000)}?${'b=c&'.repeat(500)}`,
  lines: 'a\n'.repeat(400),
  blank: '\u00a0\u2003\u3164\u200b'.repeat(100),
  whatsapp: '*_~`'.repeat(800) + '*bold'.repeat(200),
};
const KINDS = Object.keys(HOSTILE);

const rows = (page: Page) => page.getByRole('option');
const boxOf = async (one: Locator) => (await one.boundingBox())!;

withConsole('what is hostile, in the inbox,', (app) => {
  let ids: string[];
  beforeAll(async () => {
    const people = peopleOf(KINDS.length * 2, 1).map((person, n) => {
      const text = HOSTILE[KINDS[Math.floor(n / 2)]];
      // Every other one is as usual, and must look so.
      if (n % 2) return person;
      const said = person.said.map((one) => ({ ...one, text }));
      return { ...person, waitingSince: undefined, name: text.slice(0, 300), said };
    });
    ids = (await seed(app(), people)).map(({ id }) => id);
  });

  async function isHarmless(page: Page): Promise<void> {
    expect(await page.evaluate(() => 'harmed' in globalThis)).toBe(false);
    expect(await page.locator('.inbox :is(script, img, iframe, object)').count()).toBe(0);
    expect(await sideways(page)).toBe(0);
  }

  it.each([1280, 360])('is a row like any other, %d pixels wide', async (width) => {
    const page = await app().signedIn('inbox', { viewport: { width, height: 2600 } });
    await page.getByRole('button', { name: 'Show names and numbers' }).click();
    await rows(page).nth(KINDS.length).waitFor();
    const list = await boxOf(page.locator('.rows'));
    const boxes = await rows(page).evaluateAll((all) =>
      all.map((one) => {
        const { width, height } = one.getBoundingClientRect();
        const inner = one.querySelector('.row-body')!;
        return { width, height, spills: inner.scrollWidth > inner.clientWidth };
      }),
    );
    expect(boxes.length).toBeGreaterThan(20);
    for (const box of boxes) {
      expect(box).toMatchObject({ height: 84, spills: false });
      expect(box.width).toBeLessThanOrEqual(list.width);
    }
    await isHarmless(page);
    await noSeriousAxe(page);
  });

  it.each(KINDS)('is text in a conversation: %s', async (kind) => {
    const page = await app().signedIn(`inbox/${ids[2 * KINDS.indexOf(kind)]}`, {
      viewport: { width: 360, height: 740 },
    });
    await page.getByRole('button', { name: 'Show names and numbers' }).click();
    const paper = page.locator('.said-by[data-side=them] .said-paper').first();
    await paper.waitFor();
    const shown = await paper.locator('.said').first().textContent();
    const plain = (text: string) => text.replace(/[*_~`]/g, '');
    expect(plain(shown!)).toBe(plain(HOSTILE[kind]));
    const [pane, box] = [await boxOf(page.locator('.log')), await boxOf(paper)];
    expect(box.x).toBeGreaterThanOrEqual(pane.x);
    expect(box.x + box.width).toBeLessThanOrEqual(pane.x + pane.width);
    const wide = await page.locator('.log').evaluate((log) => log.scrollWidth - log.clientWidth);
    expect(wide).toBe(0);
    // What belongs to the page is where it belongs, and reads in its own direction.
    const field = await boxOf(page.getByLabel('Write a reply'));
    expect(field.x + field.width).toBeLessThanOrEqual(360);
    await page.getByRole('heading', { level: 2 }).waitFor();
    expect((await boxOf(page.getByRole('heading', { level: 2 }))).height).toBeLessThan(40);
    await isHarmless(page);
  });

  it('does not keep the page from working', async () => {
    const page = await app().signedIn('inbox');
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, { tasks });
      new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({ type: 'longtask' });
    });
    for (let n = 0; n < KINDS.length; n++) {
      await rows(page).nth(n).click();
      await page.locator('.said-paper').first().waitFor();
    }
    const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
    expect(tasks.filter((ms) => ms > 1000)).toEqual([]);
  });
});
