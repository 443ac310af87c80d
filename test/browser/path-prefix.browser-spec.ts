import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { ADMIN_TOKEN, withConsole } from './console.fixture.js';

let target = '';

/** A proxy that serves what is behind it under /bot, as many have it: without the prefix. */
const proxy: Server = createServer((incoming, outgoing) => {
  if (!/^\/bot(\/|$)/.test(incoming.url!)) return void outgoing.writeHead(404).end();
  const path = incoming.url!.slice('/bot'.length) || '/';
  const { method, headers } = incoming;
  const onward = request(target + path, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
});
await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  proxy.closeAllConnections();
  proxy.close();
});
const outside = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/bot`;

withConsole(
  'behind a path prefix that a proxy takes off',
  (app) => {
    it('is found, signed in to, and works', async () => {
      target = app().url;
      const page = await app().page();
      await page.goto(`${outside}/`);
      await page.waitForURL(`${outside}/console/sign-in?to=*`);
      await page.getByLabel('Admin token').fill(ADMIN_TOKEN);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'What are your opening hours?' }).click();
      await page.getByRole('link', { name: 'Time line' }).first().click();
      await page.waitForURL(`${outside}/console/messages/SM*`);
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.waitForURL(`${outside}/console/settings`);
      expect(await page.context().cookies()).toMatchObject([{ path: '/bot' }]);
    });
  },
  { env: { PUBLIC_URL: outside }, stores: ['sqlite'] },
);
