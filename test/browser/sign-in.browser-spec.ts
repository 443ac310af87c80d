import { expect, it } from 'vitest';
import { noSeriousAxe } from './axe.js';
import { ADMIN_TOKEN, withConsole } from './console.fixture.js';

withConsole('signing in', (app) => {
  it('is done by opening a link, which leaves nothing behind', async () => {
    const page = await app().page();
    const link = await app().link();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Simulator' }).waitFor();
    expect(page.url()).toBe(`${app().url}/console/simulator`);
    await page.goBack().catch(() => undefined);
    expect(page.url()).not.toContain('code');
    const readable = await page.evaluate(() =>
      JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]),
    );
    expect(readable).not.toContain(new URL(link).hash.split('=')[1]);
    expect(readable).not.toContain(ADMIN_TOKEN);
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }]);
  });

  it('says that a link was used, and what to do', async () => {
    const link = await app().link();
    await (await app().page()).goto(link);
    const page = await app().page();
    await page.goto(link);
    await page.getByText('`npx recado login` prints a new one').waitFor();
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

  it('lasts until somebody signs out, in every tab', async () => {
    const page = await app().signedIn('failures');
    await page.reload();
    await page.getByRole('heading', { name: 'Failures' }).waitFor();
    const other = await page.context().newPage();
    await other.goto(`${app().url}/console/settings`);
    await other.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Admin token').waitFor();
    await other.reload();
    await other.getByLabel('Admin token').waitFor();
  });
});
