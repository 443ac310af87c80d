import { expect, it } from 'vitest';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';

withConsole('webhooks and suggestions', (app) => {
  const open = async (path: string) => {
    const page = await app().signedIn(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };

  it('adds an endpoint, shows its secret once, says why a test fails, and deletes it', async () => {
    const page = await open('settings/webhooks');
    await page.getByRole('heading', { name: 'Nobody is told yet' }).waitFor();
    await noSeriousAxe(page);
    await page.getByRole('button', { name: 'Add an endpoint' }).click();
    await page.getByLabel('Address').fill('http://169.254.169.254/');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('WEBHOOK_ALLOWED_HOSTS').waitFor();
    await page.getByLabel('Address').fill('https://helpdesk.invalid/hook');
    await page.getByLabel('Name', { exact: true }).fill('Help desk');
    await noSeriousAxe(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^whsec_/).waitFor();
    await page.getByRole('button', { name: 'I have copied it' }).click();
    const one = page.getByRole('list', { name: 'Endpoints' }).getByRole('listitem');
    await one.getByText('An answer failed').waitFor();
    expect(await page.content()).not.toContain('whsec_');
    await one.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText(/helpdesk\.invalid is not known/).waitFor();
    await one.getByRole('button', { name: 'Disable' }).click();
    await one.getByText('Disabled').waitFor();
    await one.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'Nobody is told yet' }).waitFor();
  });

  it('makes an answer of what a person replied', async () => {
    const call = (method: string, path: string, body?: object) =>
      app().recado.call(method, path, body);
    const from = 'whatsapp:+12025550177';
    const say = (body: string) => call('POST', '/simulator/control/messages', { from, body });
    await say('hello');
    const list = await call('GET', '/api/v1/conversations?wa_id=%2B12025550177');
    const { items } = (await list.json()) as { items: { id: string }[] };
    const [{ id }] = items;
    await call('POST', `/api/v1/conversations/${id}/takeover`);
    await say('Is there a playground?');
    await call('POST', `/api/v1/conversations/${id}/reply`, { text: 'Yes, behind the house.' });
    const page = await open('knowledge?view=suggested');
    await page.getByRole('heading', { name: 'Is there a playground?' }).waitFor();
    await noSeriousAxe(page);
    await page.getByRole('button', { name: 'Use as an answer' }).click();
    await page.getByRole('heading', { name: 'Nothing is suggested' }).waitFor();
    await page.getByRole('tab', { name: 'Own answers' }).click();
    await page.getByText('Yes, behind the house.').waitFor();
  });
});
