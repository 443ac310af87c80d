import { defineConfig } from 'vite';

/** Where `npm start` listens, for `npm run dev`. */
const SERVER = process.env.RECADO_URL ?? 'http://127.0.0.1:3000';
/** It takes a cookie from its own pages only. */
const headers = { origin: new URL(SERVER).origin };
const proxied = ['/api', '/simulator', '/docs', '/docs-json', '/health'];

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  // The server writes the base of the addresses into the page: it may have a prefix.
  base: command === 'serve' ? '/console/' : './',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // What has light-dark(), which can't be written otherwise: the scheme is Mantine's to choose.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    // Libraries say for frameworks that render on a server what is meant for the browser.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
    chunkSizeWarningLimit: 600,
    // Inlined ones would be `data:` addresses, which the page's policy lets pass for pictures only.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: Object.fromEntries(
      proxied.map((path) => [path, { target: SERVER, changeOrigin: true, headers }]),
    ),
  },
}));
