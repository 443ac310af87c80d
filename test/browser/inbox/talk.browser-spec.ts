import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { Person } from '../../support/inbox/crowd.js';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';
import { idOf, peopleOf, seed, writes } from './inbox.fixture.js';

const LUCIA = '+12025550123';

const rows = (page: Page) => page.getByRole('option');
const rowOf = (page: Page, text: string | RegExp) => rows(page).filter({ hasText: text });
const log = (page: Page) => page.getByRole('log', { name: 'Messages' });
const show = (page: Page) => page.getByRole('button', { name: 'Show names and numbers' }).click();

withConsole('a conversation of the inbox', (app) => {
  let people: Person[];
  beforeAll(async () => {
    people = await seed(app(), peopleOf(120, 30));
    await writes(app(), LUCIA, '¿A qué hora abren los domingos?', {
      profile_name: 'Lucía Márquez',
    });
    await writes(app(), '+12025550124', 'I want to talk to a person', { profile_name: 'Bo' });
  });

  it('is taken over, written in and handed back; what is written stays until it is sent', async () => {
    const page = await app().signedIn('inbox');
    await show(page);
    await rowOf(page, 'Lucía Márquez').click();
    await page.waitForURL(/\/console\/inbox\/[0-9a-f-]{36}$/);
    await log(page).getByText('¿A qué hora abren los domingos?').waitFor();
    // It is read by being opened.
    await rowOf(page, 'Lucía Márquez').getByText('unread').waitFor({ state: 'detached' });
    await page.getByText('The bot answers here, too.').waitFor();
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.getByRole('heading', { name: 'Lucía Márquez' }).waitFor();
    await page.locator('.pane-head').getByText('A person answers').waitFor();
    await rowOf(page, 'Lucía Márquez').getByText('Person', { exact: true }).waitFor();
    const field = page.getByLabel('Write a reply');
    await field.fill('Abrimos a las *nueve*.');
    // Another one is looked at meanwhile.
    await rowOf(page, 'Bo').click();
    await expect.poll(() => field.inputValue()).toBe('');
    await rowOf(page, 'Lucía Márquez').click();
    await expect.poll(() => field.inputValue()).toBe('Abrimos a las *nueve*.');
    await page.route('**/reply', (route) => route.abort());
    await field.press('Control+Enter');
    await page.getByRole('alert').getByText('Your words are still here').waitFor();
    expect(await field.inputValue()).toBe('Abrimos a las *nueve*.');
    await noSeriousAxe(page);
    await page.unroute('**/reply');
    await page.getByRole('button', { name: 'Send again' }).click();
    const said = log(page).locator('[data-side=person]', { hasText: 'Abrimos a las nueve.' });
    await said.waitFor();
    expect(await said.count()).toBe(1);
    expect(await field.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Hand back to the bot' }).click();
    await page.locator('.pane-head').getByText('The bot answers').waitFor();
    await said.getByRole('link', { name: 'Time line' }).click();
    await page.waitForURL(/\/console\/messages\/[0-9a-f-]{36}$/);
    await page.goBack();
    await said.waitFor();
  });

  it('sends a try that was cut off once only', async () => {
    const keys: (string | undefined)[] = [];
    const page = await app().signedIn(`inbox/${await idOf(app(), LUCIA)}`);
    await page.route('**/reply', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      // It arrives, but its answer doesn't.
      if (keys.length === 1) await route.fetch();
      await (keys.length === 1 ? route.abort() : route.continue());
    });
    await page.getByLabel('Write a reply').fill('Only once, please.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('button', { name: 'Send again' }).click();
    await expect.poll(() => page.getByLabel('Write a reply').inputValue()).toBe('');
    const mine = log(page).getByText('Only once, please.');
    await mine.waitFor();
    expect([await mine.count(), keys.length, keys[0]]).toEqual([1, 2, keys[1]]);
    await page.getByLabel('Write a reply').fill('Another one.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await log(page).getByText('Another one.').waitFor();
    expect(new Set(keys).size).toBe(2);
  });

  it('shows older messages on the way up, and stays in place', async () => {
    const person = people[10];
    const page = await app().signedIn(`inbox/${person.id}`);
    const said = (n: number) => log(page).getByText(person.said[n].text, { exact: true }).last();
    await said(58).waitFor();
    await said(10).waitFor();
    expect(await log(page).getByText(person.said[2].text, { exact: true }).count()).toBe(0);
    await expect.poll(() => log(page).evaluate((one) => one.scrollTop)).toBeGreaterThan(500);
    await log(page).evaluate((one) => one.scrollTo({ top: 60 }));
    const top = await said(10).evaluate((one) => one.getBoundingClientRect().top);
    await said(2).waitFor();
    await page.getByText('The conversation began here.').waitFor({ state: 'attached' });
    const moved = (await said(10).evaluate((one) => one.getBoundingClientRect().top)) - top;
    expect(Math.abs(moved)).toBeLessThan(40);
    await page.getByRole('button', { name: 'To the newest' }).click();
    await page.getByRole('button', { name: 'To the newest' }).waitFor({ state: 'detached' });
  });

  it('says why nobody can be written to', async () => {
    const day = 86_400_000;
    const [late] = peopleOf(1, 2, Date.now() - 2 * day);
    await seed(app(), [{ ...late, waId: '+12025559999' }]);
    const page = await app().signedIn(`inbox/${late.id}`);
    await page.getByText('WhatsApp refuses free text now').waitFor();
    await page.locator('.pane-head').getByText('Window closed').waitFor();
    expect(await page.getByLabel('Write a reply').count()).toBe(0);
    await noSeriousAxe(page);
    await page.goto(`${app().url}/console/inbox/${people[3].id}`);
    await page.getByText('They asked for no more messages').waitFor();
    const response = await app().recado.call('POST', '/api/v1/chat', { text: 'Hello' });
    const { conversation_id } = (await response.json()) as { conversation_id: string };
    await page.goto(`${app().url}/console/inbox/${conversation_id}`);
    await page.getByText('over the chat API: nobody can be written to').waitFor();
    await page.goto(`${app().url}/console/inbox/00000000-0000-4000-8000-000000000000`);
    await page.getByText('This conversation is not here').waitFor();
    await noSeriousAxe(page);
  });

  it('shows what could not be sent, why, and what to do', async () => {
    const faults = { create: { mode: 'refuse', error_code: 21211 } };
    await app().recado.call('PUT', '/simulator/control/faults', faults);
    await writes(app(), '+12025550131', 'What are your opening hours?');
    const page = await app().signedIn(`inbox/${await idOf(app(), '+12025550131')}`);
    const fault = page.getByRole('note').filter({ hasText: 'Given up' }).first();
    await fault.getByText("Twilio's error 21211").waitFor();
    await fault.getByRole('link', { name: 'To the failures' }).waitFor();
    await noSeriousAxe(page);
    await app().recado.call('PUT', '/simulator/control/faults', {});
    await fault.getByRole('link', { name: 'To the failures' }).click();
    await page.waitForURL('**/console/failures');
  });

  it('shows whom nothing reaches, and when they opted out and in', async () => {
    const faults = { create: { mode: 'refuse', error_code: 63024 } };
    await app().recado.call('PUT', '/simulator/control/faults', faults);
    await writes(app(), '+12025550132', 'What are your opening hours?');
    const page = await app().signedIn(`inbox/${await idOf(app(), '+12025550132')}`);
    const note = page.getByText('There is no WhatsApp at this number');
    await note.waitFor();
    await noSeriousAxe(page);
    await app().recado.call('PUT', '/simulator/control/faults', {});
    await page.getByRole('button', { name: 'They can be reached' }).click();
    await note.waitFor({ state: 'detached' });
    await writes(app(), '+12025550132', 'STOP');
    await page.getByText('They asked for no more messages').waitFor();
    await page.getByText('Consent', { exact: true }).click();
    await page.getByText('Opted out · by their own word').waitFor();
    await noSeriousAxe(page);
  });
});
