import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readSet } from '../../../src/scenarios/reader.js';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';
import { answeredOnWhatsApp } from './answered.js';

const heading = (page: Page) => page.getByRole('heading', { name: 'Why this answer' }).waitFor();

withConsole('why an answer', (app) => {
  const asked = (body: string) => answeredOnWhatsApp(app(), body);
  const opened = async (body: string, options = {}) => {
    const page = await app().signedIn(`messages/${await asked(body)}/answer`, options);
    await heading(page);
    return page;
  };

  it('says in a sentence what answered, and shows the road to it', async () => {
    const page = await opened('How much is delivery?');
    await page.getByText(/^Answered word for word from “.+”, since no model is set\.$/).waitFor();
    const used = page.getByRole('listitem').filter({ hasText: 'used' }).first();
    await used.getByText('Delivery costs €3.50').waitFor();
    const meter = used.getByRole('meter');
    expect(Number(await meter.getAttribute('aria-valuenow'))).toBeGreaterThan(0.45);
    expect(await meter.getAttribute('aria-label')).toMatch(/^relevance .+, needed 0\.45$/);
    const before = await page.getByRole('meter').count();
    await page.getByRole('button', { name: /more$/ }).click();
    expect(await page.getByRole('meter').count()).toBeGreaterThan(before);
    await noSeriousAxe(page);
    await used.getByRole('link', { name: 'Open the document' }).click();
    await page.waitForURL(/\/console\/knowledge\/[0-9a-f-]{36}$/);
  });

  it('leads to the time line and to the conversation, by keys alone', async () => {
    const page = await opened('How much is delivery?');
    await page.getByRole('link', { name: 'Time line' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/console\/messages\/SM[0-9a-f]{32}$/);
    await page.goBack();
    await page.getByRole('link', { name: 'Conversation' }).click();
    await page.waitForURL(/\/console\/inbox\/[0-9a-f-]{36}$/);
  });

  it('says why it refused, against the threshold', async () => {
    const page = await opened('Do you sell tyres for tractors on Sundays in the bread shop?');
    await page.getByText(/^Refused: the best passage reached 0\.\d+ of the 0\.45/).waitFor();
    await page.getByText('stands nowhere').first().waitFor();
    await noSeriousAxe(page);
  });

  it('has an answer corrected, and asked again: it is the operator’s', async () => {
    const page = await opened('How much is a wedding cake?');
    await page.getByRole('button', { name: 'Correct this' }).click();
    const dialog = page.getByRole('dialog', { name: 'The right answer' });
    expect(await dialog.getByLabel('Question').inputValue()).toBe('How much is a wedding cake?');
    await noSeriousAxe(page);
    await dialog.getByLabel('Answer').fill('From **85 €**, for twenty.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Corrected: “How much is a wedding cake?”').waitFor();
    await page.getByRole('button', { name: 'Ask again' }).click();
    const now = page.locator('.now');
    await now.getByText('Answered now in your own words').waitFor();
    await now.getByText('From 85 €, for twenty.').waitFor();
    const next = await opened('how much is a wedding cake??');
    await next.getByText('Answered in your own words: “How much is a wedding cake?”.').waitFor();
    await page.getByRole('button', { name: 'Change the correction' }).click();
    expect(await dialog.getByLabel('Answer').inputValue()).toBe('From **85 €**, for twenty.');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('takes a thumb and a note, keeps them, and takes them back', async () => {
    const page = await opened('How much is a croissant?');
    const down = page.getByRole('button', { name: 'Bad answer' });
    await down.click();
    await page.getByLabel('What is wrong with it?').fill('That is the old price.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Kept' }).waitFor();
    await page.reload();
    await heading(page);
    expect(await down.getAttribute('aria-pressed')).toBe('true');
    const note = page.getByLabel('What is wrong with it?');
    expect(await note.inputValue()).toBe('That is the old price.');
    const list = await app().recado.call('GET', '/api/v1/feedback?verdict=down');
    expect(await list.text()).toContain('That is the old price.');
    await down.click();
    await note.waitFor({ state: 'detached' });
    expect(await down.getAttribute('aria-pressed')).toBe('false');
  });

  it('makes a case of it; the file of all is one that the evaluation reads', async () => {
    const page = await opened('When do you open on Sundays?');
    await page.getByRole('button', { name: 'Add to the evaluation' }).click();
    const dialog = page.getByRole('dialog', { name: 'A case for the evaluation' });
    await dialog.getByRole('button', { name: 'Add the case' }).click();
    await dialog.getByText(/must be given/).waitFor();
    await dialog.getByLabel('It must hold').fill('9:00\n2 pm | 14:00\n');
    await dialog.getByLabel('It must not hold').fill('Mondays');
    await noSeriousAxe(page);
    await dialog.getByRole('button', { name: 'Add the case' }).click();
    await page.getByText('holds 9:00, 2 pm | 14:00; not Mondays').waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download all cases' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('evaluation.yaml');
    const folder = mkdtempSync(join(tmpdir(), 'recado-'));
    mkdirSync(join(folder, 'documents'));
    writeFileSync(join(folder, 'documents/hours.md'), '# Hours');
    await download.saveAs(join(folder, 'evaluation.yaml'));
    const { conversations } = readSet(join(folder, 'evaluation.yaml'));
    rmSync(folder, { recursive: true });
    const must = ['9:00', ['2 pm', '14:00']];
    const turn = { ask: 'When do you open on Sundays?', kind: 'reported', must };
    expect(conversations).toEqual([{ turns: [{ ...turn, must_not: ['Mondays'] }] }]);
    await page.getByRole('button', { name: 'Remove the case' }).click();
    await page.getByText('Cases for the evaluation').waitFor({ state: 'detached' });
  });

  it('is as wide as a phone, in Spanish and in the dark', async () => {
    const viewport = { width: 360, height: 740 };
    const dark = { viewport, locale: 'es-ES', colorScheme: 'dark' };
    const sid = await asked('¿Cuánto cuesta el envío a domicilio?');
    const page = await app().signedIn(`messages/${sid}/answer`, dark as object);
    await page.getByText(/^Respondida palabra por palabra de «.+», porque no hay/).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await noSeriousAxe(page);
  });

  it('says so where there is no such message', async () => {
    const page = await app().signedIn(`messages/SM${'0'.repeat(32)}/answer`);
    await page.getByText('There is no message of this SID or id.').waitFor();
    await noSeriousAxe(page);
  });
});
