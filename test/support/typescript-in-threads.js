// Threads that a test starts load the sources themselves: Node strips their types, and this
// finds `x.ts` where the source says `x.js`.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

/** Vitest loads the sources of its own thread itself; a hook there costs each import. */
if (!(process.env.VITEST && isMainThread))
  registerHooks({
    resolve(specifier, context, next) {
      const ours = !context.parentURL?.includes('/node_modules/');
      if (ours && /^(\.|file:)/.test(specifier) && specifier.endsWith('.js')) {
        const source = new URL(specifier.slice(0, -3) + '.ts', context.parentURL);
        if (existsSync(fileURLToPath(source))) return next(source.href, context);
      }
      return next(specifier, context);
    },
  });
