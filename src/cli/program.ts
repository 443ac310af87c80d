import { recado } from './recado.js';

// Files that are made here are for their owner only.
process.umask(0o077);
// A reader that closes the pipe, such as `head`, wants no more.
process.stdout.on('error', () => process.exit(1));

await recado().parseAsync();
