import type { Page } from 'playwright-core';
import type { Day } from './day.js';

interface Screen {
  name: string;
  /** Its address below /console/. */
  at(day: Day): string;
  /** Waits until all of it is there. */
  ready(page: Page): Promise<unknown>;
}

/** What somebody asked: a screen that shows it is complete. */
const ASKED = 'What time do you open on Sundays?';

const showing = (selector: string) => (page: Page) => page.locator(selector).first().waitFor();
const saying = (text: string) => (page: Page) => page.getByText(text).first().waitFor();

/** Every screen, in the order of the navigation. */
export const SCREENS: Screen[] = [
  { name: 'simulator', at: () => 'simulator', ready: saying(ASKED) },
  { name: 'overview', at: () => 'overview', ready: showing('.chart svg') },
  { name: 'inbox', at: ({ conversation }) => `inbox/${conversation}`, ready: saying(ASKED) },
  {
    name: 'message',
    at: ({ sid }) => `messages/${sid}`,
    ready: showing('[role=table] [role=row]'),
  },
  { name: 'why', at: ({ sid }) => `messages/${sid}/answer`, ready: showing('main section') },
  { name: 'failures', at: () => 'failures', ready: showing('.failures > li') },
  { name: 'knowledge', at: () => 'knowledge', ready: showing('main table') },
  { name: 'settings', at: () => 'settings', ready: saying('Account SID') },
  { name: 'lines', at: () => 'settings/lines', ready: saying('1 message waits') },
  { name: 'set-up', at: () => 'set-up', ready: showing('main li') },
];
