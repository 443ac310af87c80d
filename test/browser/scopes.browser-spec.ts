import type { Page, Request } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { until } from '../support/until.js';
import { noSeriousAxe } from './axe.js';
import { withConsole } from './console.fixture.js';
import { idOf, writes } from './inbox/inbox.fixture.js';

/** Milliseconds: each screen is opened once for each of its buttons. */
const LONG = 300_000;
const PERSON = '+12025550123';

withConsole(
  'who may only look',
  (app) => {
    const call = async <T>(method: string, path: string, body?: object) => {
      const response = await app().recado.call(method, path, body);
      expect([path, response.ok]).toEqual([path, true]);
      return (response.status === 204 ? undefined : await response.json()) as T;
    };
    type Ids = { items: { id: string }[] };
    /** What a list has, once it has so many. */
    const listed = (path: string, count: number) =>
      until(async () => {
        const { items } = await call<Ids>('GET', path);
        return items.length >= count && items;
      }, LONG);
    let screens: string[];

    /** Something of everything, so that each screen has all that it could have. */
    beforeAll(async () => {
      const waits = '+12025550124';
      await writes(app(), PERSON, 'What are your opening hours?');
      await writes(app(), waits, 'a person please');
      await writes(app(), '+12025550125', 'Hello?', { to: 'whatsapp:+15005550077' });
      await call('PUT', '/simulator/control/faults', {
        create: { mode: 'refuse', error_code: 21211 },
      });
      await writes(app(), '+12025550126', 'Do you have bread?');
      await listed('/api/v1/failures', 1);
      await call('POST', '/api/v1/knowledge/answers', { questions: ['Parking?'], answer: 'Yes.' });
      const url = 'https://helpdesk.invalid/hook';
      await call('POST', '/api/v1/webhooks', { url, types: ['message.failed'] });
      await call('PUT', '/api/v1/lines/+15005550078/config', { bot_name: 'Luz' });
      const id = await idOf(app(), PERSON);
      const [{ id: sid }] = await listed(`/api/v1/conversations/${id}/messages`, 2);
      const [document] = await listed('/api/v1/knowledge/documents', 1);
      screens = [
        'set-up',
        'overview',
        `inbox/${id}`,
        `inbox/${await idOf(app(), waits)}`,
        `messages/${sid}`,
        `messages/${sid}/answer`,
        'failures',
        'knowledge',
        'knowledge?view=answers&question=Parking%3F',
        'knowledge?view=suggested',
        'knowledge?view=try&question=Parking%3F',
        `knowledge/${document.id}`,
        'settings',
        'settings/history',
        'settings/access',
        'settings/lines',
        'settings/lines/%2B15005550078',
        'settings/lines/%2B15005550077',
        'settings/webhooks',
        'simulator',
      ];
    });

    /** What a page asked for that was refused, and until nothing that it asked for is under way. */
    function watched(page: Page) {
      const refused: string[] = [];
      const underWay = new Set<Request>();
      page.on('request', (request) => {
        if (!request.url().endsWith('/api/v1/events')) underWay.add(request);
      });
      page.on('requestfinished', (request) => underWay.delete(request));
      page.on('requestfailed', (request) => underWay.delete(request));
      page.on('response', (response) => {
        const request = response.request();
        if (response.status() === 403)
          refused.push(`${page.url()}: ${request.method()} ${response.url()}`);
      });
      const quiet = async () => {
        await expect.poll(() => underWay.size).toBe(0);
      };
      return { refused, quiet };
    }

    const buttons = (page: Page) =>
      page
        .locator('main')
        .locator(
          'button:not([role=tab]):visible:enabled, [role=switch]:enabled, [type=checkbox]:enabled',
        );

    async function open(page: Page, path: string, quiet: () => Promise<unknown>) {
      await page.goto(`${app().url}/console/${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.locator('main .mantine-Loader-root').first().waitFor({ state: 'detached' });
      await quiet();
    }

    it(
      'sees every screen, and finds nothing to press that is refused',
      async () => {
        const page = await app().signedIn('overview', {}, await app().token('read'));
        const { refused, quiet } = watched(page);
        const pressed: string[] = [];
        for (const path of screens) {
          await open(page, path, quiet);
          await noSeriousAxe(page);
          const count = await buttons(page).count();
          for (let n = 0; n < count; n++) {
            if (n > 0) await open(page, path, quiet);
            const button = buttons(page).nth(n);
            if (!(await button.count())) continue;
            pressed.push(
              `${path}: ${(await button.innerText()) || (await button.getAttribute('aria-label'))}`,
            );
            await button.click({ force: true });
            await quiet();
          }
        }
        expect(refused).toEqual([]);
        // What is left to press shows something, or is of this page alone.
        expect(pressed.length).toBeGreaterThan(10);
        const acts =
          /take over|send|reply|retry|discard|remove|delete|add an|save|try|check|correct|play/i;
        expect(pressed.filter((one) => acts.test(one.slice(one.indexOf(': '))))).toEqual([]);
      },
      LONG,
    );

    it('is told on each screen what that wants', async () => {
      const page = await app().signedIn('overview', {}, await app().token('read'));
      const { quiet } = watched(page);
      const wants: [string, RegExp][] = [
        ['set-up', /operate; yours is read/],
        [screens[2], /operate; yours is read/],
        ['failures', /operate; yours is read/],
        ['knowledge', /operate; yours is read/],
        ['settings', /admin; yours is read/],
        ['settings/access', /admin; yours is read/],
        ['settings/lines', /admin; yours is read/],
        ['settings/webhooks', /admin; yours is read/],
        ['simulator', /operate; yours is read/],
      ];
      for (const [path, note] of wants) {
        await open(page, path, quiet);
        await page.getByText(note).first().waitFor();
      }
    });

    it('leaves to who works with people what is theirs, and no settings', async () => {
      const page = await app().signedIn(screens[2], {}, await app().token('operate'));
      const { refused, quiet } = watched(page);
      await page.getByRole('textbox', { name: 'Write a reply' }).waitFor();
      await page.getByRole('button', { name: 'Take over' }).waitFor();
      await open(page, 'settings/lines', quiet);
      await page.getByText(/admin; yours is operate/).waitFor();
      expect(await page.getByRole('link', { name: 'Set up +15005550077' }).count()).toBe(0);
      expect(refused).toEqual([]);
    });
  },
  // What may be done is the page's to know, whatever the store.
  { stores: ['sqlite'] },
);
