import type { Locator, Page } from 'playwright-core';
import { ADMIN_TOKEN, type Console } from './console.fixture.js';

export const HOURS = 'What are your opening hours?';

/** The bubbles of a side, in the phone of somebody. */
export const said = (phone: Locator | Page, mine: boolean): Locator =>
  phone.locator(`.bubble[data-mine=${mine}] .paper:not(.typing)`);

export const phoneOf = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: `Phone of ${name}` });

export async function write(phone: Locator | Page, text: string): Promise<void> {
  await phone.getByLabel('Write a message').fill(text);
  await phone.getByLabel('Write a message').press('Enter');
}

/** What stands beside the phones, opened where it isn't. */
export async function beside(page: Page, name: string): Promise<Locator> {
  const opener = page.getByRole('main').getByRole('button', { name, exact: true });
  if ((await opener.getAttribute('aria-expanded')) !== 'true') await opener.click();
  const panel = page.getByRole('complementary', { name });
  await panel.waitFor();
  return panel;
}

/** The admin API of a console's Recado. */
export async function admin(app: Console, path: string, method = 'GET', body?: object) {
  const headers = {
    Authorization: `Bearer ${ADMIN_TOKEN}`,
    ...(body && { 'Content-Type': 'application/json' }),
  };
  const init = { method, headers, body: body && JSON.stringify(body) };
  const response = await fetch(app.url + path, init);
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
}
