import { expect, it } from 'vitest';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';

withConsole('access', (app) => {
  it('makes a token and shows it once, revokes it, and shows who did that', async () => {
    const page = await app().signedIn('settings');
    await page.getByRole('link', { name: 'Access' }).click();
    await page.getByText('There are none besides the admin token.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('front desk');
    await page.getByRole('combobox', { name: 'Scope' }).selectOption('read');
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByText(/^recado_[\w-]{43}$/).waitFor();
    await page.getByText('POST /api/v1/tokens 201').waitFor();
    await noSeriousAxe(page);
    await page.reload();
    await page.getByText('never used').waitFor();
    expect(await page.getByText(/^recado_/).count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('There are none besides the admin token.').waitFor();
    await page.getByText('DELETE /api/v1/tokens/:id 204').waitFor();
  });

  it('is not for who signed in by a smaller scope, whose settings cannot be changed', async () => {
    const page = await app().signedIn('settings', {}, await app().token('read'));
    await page.getByText('wants the scope admin; yours is read').waitFor();
    expect(await page.locator('[name="bot_name"]').isDisabled()).toBe(true);
    expect(await page.getByRole('link', { name: 'Access' }).count()).toBe(0);
  });
});
