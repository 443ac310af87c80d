import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The headless shell is the same engine without a browser's own windows, and takes less of a processor. */
const PLACES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

const ARGS = `--headless --no-sandbox --disable-gpu --disable-quic --no-first-run
  --disable-background-networking --disable-component-update --disable-sync`;

/** Chromium as the system has it; CHROMIUM names another one. */
export async function launch(): Promise<Browser> {
  const executablePath =
    process.env.CHROMIUM || PLACES.map((name) => `/usr/bin/${name}`).find(existsSync);
  if (!executablePath)
    throw new Error(
      'No Chromium: install it (apt-get install chromium-headless-shell), or name it in CHROMIUM.',
    );
  return chromium.launch({ executablePath, args: ARGS.split(/\s+/) });
}
