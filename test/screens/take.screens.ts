import { mkdirSync } from 'node:fs';
import { beforeAll, it } from 'vitest';
import { withConsole } from '../browser/console.fixture.js';
import { aDay, type Day } from './day.js';
import { SCREENS } from './screens.js';

const FOLDER = new URL('../../docs/screens/', import.meta.url).pathname;
const VIEW = { viewport: { width: 1280, height: 800 } };

withConsole(
  'the pictures of the screens',
  (app) => {
    let day: Day;
    beforeAll(async () => {
      mkdirSync(FOLDER, { recursive: true });
      day = await aDay(app());
    });

    it.each(SCREENS)('$name', async ({ name, at, ready }) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const options = { ...VIEW, colorScheme, reducedMotion: 'reduce' as const };
        const page = await app().signedIn(at(day), options);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await ready(page);
        await page.screenshot({ path: `${FOLDER}${name}-${colorScheme}.png` });
      }
    });
  },
  { stores: ['sqlite'] },
);
