/**
 * Writes the client of the app that was built, so that `npm run check:types` holds the page, and the
 * tests that use it, against what the document says now: it is in no repository, and can't go stale.
 */
import { builtDocument } from './document.js';
import { generate } from './generate.js';

await generate(await builtDocument());
