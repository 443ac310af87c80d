import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { noSeriousAxe } from './axe.js';
import { withConsole } from './console.fixture.js';
import { admin, beside, HOURS, phoneOf, said, write } from './phone.fixture.js';

withConsole('scenarios in the page', (app) => {
  async function play(page: Page, text: string, name = 'mine.yaml') {
    const panel = await beside(page, 'Scenarios');
    const chooser = page.waitForEvent('filechooser');
    await panel.getByRole('button', { name: 'Play a scenario…' }).click();
    const file = { name, mimeType: 'application/yaml', buffer: Buffer.from(text) };
    await (await chooser).setFiles(file);
    return panel;
  }

  it('saves a conversation, plays it again, and fails where it is not so any more', async () => {
    const page = await app().signedIn('simulator');
    await page.getByRole('button', { name: 'Add one without a phone' }).click();
    const phone = phoneOf(page, 'Bruno');
    expect(await phone.getByRole('button', { name: 'Save as scenario' }).isDisabled()).toBe(true);
    await write(phone, HOURS);
    await said(phone, false).getByText('7:30').waitFor();
    await write(phone, 'Who won the world cup in 1954?');
    await expect.poll(() => said(phone, false).count()).toBe(2);
    await said(phone, false).last().getByRole('img', { name: 'delivered' }).waitFor();

    const download = page.waitForEvent('download');
    await phone.getByRole('button', { name: 'Save as scenario' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('scenario.yaml');
    const text = readFileSync(await saved.path(), 'utf8');
    expect(text).toContain('- "7:30"');

    const panel = await play(page, text);
    await panel.getByText('2 passed, 0 failed').waitFor();
    expect(await panel.locator('.turns > li').count()).toBe(2);
    await noSeriousAxe(page);

    await play(page, text.replace('"7:30"', '"6:66"'), 'broken.yaml');
    await panel.getByText('1 passed, 1 failed').waitFor();
    await panel.getByText('misses "6:66"').waitFor();
    await noSeriousAxe(page);
    await panel.getByRole('link', { name: 'Time line' }).first().click();
    await page.waitForURL(/\/console\/messages\/SM[0-9a-f]{32}$/);
  });

  it('says what is wrong with a file, and where', async () => {
    const page = await app().signedIn('simulator');
    const panel = await play(page, 'conversations:\n  - turns:\n      - { ask: Hi, musst: [a] }\n');
    await panel.getByRole('alert').getByText('musst (line 3)').waitFor();
    await noSeriousAxe(page);
    await play(page, 'conversations: [{ turns: [{ ask: Hello, no_sources: true }] }]');
    await panel.getByText('1 passed, 0 failed').waitFor();
    await panel.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('shows how far one is, and stops it', async () => {
    await admin(app(), '/simulator/control/faults', 'PUT', {
      create: { mode: 'slow', delay_ms: 700 },
    });
    const page = await app().signedIn('simulator');
    const turns = Array.from({ length: 50 }, () => '{ ask: Hello }').join(', ');
    const panel = await play(page, `conversations: [{ turns: [${turns}] }]`, 'long.yaml');
    await panel.getByText(/^Playing: [1-9]\d* of 50$/).waitFor();
    await panel.getByRole('button', { name: 'Stop' }).click();
    await panel.getByText(/^Stopped: \d+ passed/).waitFor();
    await admin(app(), '/simulator/control/faults', 'PUT', {});
  });

  it('speaks Spanish', async () => {
    const page = await app().signedIn('simulator', { locale: 'es-ES' });
    await page.getByRole('button', { name: 'Escenarios' }).click();
    await page.getByRole('button', { name: 'Reproducir un escenario…' }).waitFor();
    await page.getByRole('button', { name: 'Caos' }).click();
    await page.getByRole('switch', { name: 'En desorden' }).waitFor();
    await noSeriousAxe(page);
  });
});
