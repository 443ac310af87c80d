/** Takes the pictures of the console's screens, light and dark, into docs/screens: `npm run screens`. */
import { defineConfig } from 'vitest/config';
import browser from '../browser/vitest.config.js';

const { test } = browser as { test: object };

export default defineConfig({ test: { ...test, include: ['test/screens/*.screens.ts'] } });
