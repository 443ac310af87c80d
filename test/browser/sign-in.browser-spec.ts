import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { noSeriousAxe } from './axe.js';
import { ADMIN_TOKEN, withConsole } from './console.fixture.js';

withConsole('signing in', (app) => {
  /** A new link's address, below /console/. */
  async function aLink(): Promise<string> {
    const answer = await app().recado.call('POST', '/api/v1/session/link');
    const { url } = (await answer.json()) as { url: string };
    return url.replace(`${app().url}/console/`, '');
  }
  const cookies = (page: Page) => page.context().cookies();
  const heading = (page: Page, name: string) =>
    page.getByRole('heading', { name, level: 1 }).waitFor();

  it('by a link, whose code stays neither in the address nor in the history', async () => {
    const link = await aLink();
    const page = await app().page(link);
    await heading(page, 'Simulator');
    expect(page.url()).not.toContain('code');
    // Before it there is only the empty page that the browser opens with.
    expect(await page.evaluate(() => history.length)).toBe(2);
    expect(await cookies(page)).toMatchObject([
      { name: 'recado_session', httpOnly: true, sameSite: 'Strict', path: '/' },
    ]);
    const again = await app().page(link);
    await again.getByText('This link is used up or too old').waitFor();
    expect(again.url()).not.toContain('code');
  });

  it('keeps nothing where a script could read it', async () => {
    const page = await app().page(await aLink());
    await heading(page, 'Simulator');
    const [{ value }] = await cookies(page);
    const kept = await page.evaluate(() => [
      document.cookie,
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      JSON.stringify(history.state),
      name,
    ]);
    expect(kept[0]).toBe('');
    for (const text of kept)
      for (const secret of [ADMIN_TOKEN, value]) expect(text).not.toContain(secret);
    const databases = await page.evaluate(async () => (await indexedDB.databases()).length);
    expect(databases).toBe(0);
  });

  it('by the token; and out again, everywhere in this browser', async () => {
    const page = await app().signedIn('knowledge');
    await heading(page, 'Knowledge');
    const other = await page.context().newPage();
    await other.goto(`${app().url}/console/inbox`);
    await heading(other, 'Inbox');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await heading(page, 'Sign in');
    expect(await cookies(page)).toEqual([]);
    await page.goBack();
    await heading(page, 'Sign in');
    await other.reload();
    await heading(other, 'Sign in');
  });

  it('not out where the server does not answer, and says so', async () => {
    const page = await app().signedIn('knowledge');
    await heading(page, 'Knowledge');
    await page.route('**/api/v1/session', (route) => route.abort());
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are still signed in').waitFor();
    await page.unroute('**/api/v1/session');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await heading(page, 'Sign in');
    expect(await cookies(page)).toEqual([]);
  });

  it('again where it is over, and back to where one was', async () => {
    const page = await app().signedIn('failures');
    await heading(page, 'Failures');
    await page.context().clearCookies();
    await page.reload();
    await heading(page, 'Sign in');
    expect(new URL(page.url()).searchParams.get('to')).toBe('/failures');
    await page.getByLabel('Admin token').fill(ADMIN_TOKEN);
    await page.keyboard.press('Enter');
    await heading(page, 'Failures');
    expect(new URL(page.url()).pathname).toBe('/console/failures');
  });

  it('a page of another origin gets nothing by it, and frames nothing', async () => {
    const page = await app().signedIn('inbox');
    const evil = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><iframe src="${app().url}/console/"></iframe>`);
    }).listen(0, '127.0.0.1');
    await once(evil, 'listening');
    try {
      // Of the same site, since only the port differs: the browser sends the cookie along.
      await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
      await expect.poll(() => app().complaints.join()).toContain('frame-ancestors');
      expect(await page.frames()[1].locator('#root').count()).toBe(0);
      const config = `${app().url}/api/v1/bot/config`;
      const read = (address: string) =>
        fetch(address, { credentials: 'include' }).then(() => 'read', String);
      expect(await page.evaluate(read, config)).toContain('TypeError');
      const asked = page.waitForResponse(`${app().url}/api/v1/backups`);
      await page.evaluate((action) => {
        const form = Object.assign(document.createElement('form'), { method: 'post', action });
        document.body.append(form);
        form.submit();
      }, `${app().url}/api/v1/backups`);
      const answer = await asked;
      expect((await answer.request().allHeaders()).cookie).toContain('recado_session');
      expect(answer.status()).toBe(401);
    } finally {
      evil.close();
      app().complaints.splice(0);
    }
  });

  it('says that a link was used, and what to do', async () => {
    const link = await app().link();
    await (await app().page()).goto(link);
    const page = await app().page();
    await page.goto(link);
    await page.getByText('This link is used up or too old').waitFor();
    expect(page.url()).toBe(`${app().url}/console/sign-in`);
    await noSeriousAxe(page);
  });

  it('is asked for, leads back to where somebody wanted to go, and says what is wrong', async () => {
    const page = await app().page('overview');
    await page.waitForURL('**/console/sign-in?to=*');
    await noSeriousAxe(page);
    await page.getByLabel('Admin token').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('That is not the admin token.').waitFor();
    await noSeriousAxe(page);
    await page.getByLabel('Admin token').fill(ADMIN_TOKEN);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/overview');
  });

  it('leads nowhere else', async () => {
    for (const to of ['//example.com', 'https://example.com', '/\\example.com']) {
      const page = await app().page(`sign-in?to=${encodeURIComponent(to)}`);
      await page.getByLabel('Admin token').fill(ADMIN_TOKEN);
      await page.keyboard.press('Enter');
      await page.getByRole('navigation').waitFor();
      await page.waitForURL(`${app().url}/console/simulator`);
    }
  });
});
