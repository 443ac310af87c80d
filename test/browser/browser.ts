import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const ARGS = `--headless --no-sandbox --disable-gpu --disable-quic --no-first-run
  --disable-background-networking --disable-component-update --disable-sync`;

/** Chromium as the system has it; CHROMIUM names another one. */
export async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM || PLACES.find((path) => existsSync(path));
  if (!executablePath)
    throw new Error('No Chromium: install it (apt-get install chromium), or name it in CHROMIUM.');
  return chromium.launch({ executablePath, args: ARGS.split(/\s+/) });
}
