import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { noSeriousAxe } from '../axe.js';
import { withConsole } from '../console.fixture.js';

const QUESTION = 'Do you have a terrace?';
const HOSTILE = `<img src=x onerror="window.hurt=1"> \u202ewhere is the door?`;

withConsole('the own answers', (app) => {
  const open = async (path: string, options = {}) => {
    const page = await app().signedIn(path, options);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const write = (from: string, body: string) =>
    app().recado.call('POST', '/simulator/control/messages', { from: `whatsapp:${from}`, body });
  const answers = (page: Page) => page.getByRole('list', { name: 'Your own answers' });
  const latest = (page: Page) => page.getByRole('complementary').getByRole('button');

  it('are written, say how often they were given, are changed and deleted', async () => {
    const page = await open('knowledge?view=answers');
    await page.getByRole('heading', { name: 'No answers of your own yet' }).waitFor();
    await noSeriousAxe(page);
    await page.getByRole('button', { name: 'Add an answer' }).click();
    await page.getByLabel('Questions').fill(`${QUESTION}\nCan one sit outside?`);
    await page.getByRole('textbox', { name: 'Answer' }).fill('Yes, for **30** people.');
    await noSeriousAxe(page);
    await page.getByRole('button', { name: 'Save' }).click();
    const one = answers(page).getByRole('listitem').filter({ hasText: QUESTION });
    await one.getByText('Not given yet').waitFor();
    await one.getByText('1 more wording').click();
    await one.getByText('Can one sit outside?').waitFor();
    expect(await one.locator('strong').innerText()).toBe('30');

    await write('+12025550123', 'do you have a TERRACE');
    await write('+12025550124', 'Can one sit outside?');
    const served = async () => {
      await page.reload();
      await one.waitFor();
      return one.innerText();
    };
    await expect.poll(served).toMatch(/Given 2 times\s*last/);
    await noSeriousAxe(page);

    await page.getByRole('button', { name: `Edit “${QUESTION}”` }).click();
    await page.getByRole('textbox', { name: 'Answer' }).fill('No longer.');
    await page.getByRole('button', { name: 'Save' }).click();
    await one.getByText('No longer.').waitFor();
    await one.getByText('Given 2 times').waitFor();
    await page.getByRole('button', { name: `Delete ${QUESTION}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'No answers of your own yet' }).waitFor();
  });

  it('say which field is wrong, in the words of the server', async () => {
    const page = await open('knowledge?view=answers&question=Where%20are%20you%3F');
    expect(await page.getByLabel('Questions').inputValue()).toBe('Where are you?');
    await page.getByLabel('Questions').fill('x'.repeat(501));
    await page.getByRole('textbox', { name: 'Answer' }).fill('Here.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('must have 500 characters at most each').waitFor();
    await noSeriousAxe(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('and what was asked lately is tried again by one click', async () => {
    await write('+12025550130', 'What is in the chocolate cake?');
    await write('+12025550131', HOSTILE);
    await write('+12025550132', 'hola');
    const page = await open('knowledge?view=try');
    const asked = latest(page).filter({ hasText: 'chocolate cake' });
    // It comes by itself, once it is answered.
    await expect.poll(() => asked.count()).toBe(1);
    await latest(page).filter({ hasText: HOSTILE }).waitFor();
    expect(await latest(page).filter({ hasText: 'hola' }).count()).toBe(0);
    await asked.click();
    const answer = page.getByRole('region', { name: 'Answer' });
    await answer.getByText(/Chocolate cake/).waitFor();
    await answer.getByText("The documents' own words").waitFor();
    await page.getByText(/passages? below the threshold/).click();
    await page.getByText('Below the threshold', { exact: true }).first().waitFor();
    await noSeriousAxe(page);
    // It was only tried: nobody is told of it, and it stays one question.
    await page.reload();
    await asked.waitFor();
    expect(await asked.innerText()).not.toContain('2×');

    await latest(page).filter({ hasText: HOSTILE }).click();
    await answer.waitFor();
    expect(await page.evaluate(() => (globalThis as { hurt?: number }).hurt)).toBeUndefined();
    await answer.getByRole('link', { name: 'Write your own answer' }).click();
    expect(await page.getByLabel('Questions').inputValue()).toBe(HOSTILE.trim());
  });

  it('answer a question that is tried, before any document', async () => {
    const body = { questions: ['Is there wifi?'], answer: 'Yes, and it is free.' };
    await app().recado.call('POST', '/api/v1/knowledge/answers', body);
    const page = await open('knowledge?view=try&question=is%20there%20WIFI');
    const answer = page.getByRole('region', { name: 'Answer' });
    await answer.getByText(body.answer).waitFor();
    await answer.getByText('Your own answer', { exact: true }).waitFor();
    await page.getByText('The documents were not searched for this.').waitFor();
    await noSeriousAxe(page);
  });
});
