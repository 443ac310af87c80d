import { Command } from 'commander';
import { version } from '../env/version.js';
import type { BackupOptions } from './backup/command.js';
import type { IngestOptions } from './ingest/command.js';
import type { SimulateOptions } from './simulate/command.js';

// Files that are made here are for their owner only.
process.umask(0o077);
// A reader that closes the pipe, such as `head`, wants no more.
process.stdout.on('error', () => process.exit(1));

const INGEST_EXAMPLES = `
What is put in again under its name replaces the old one. Examples:
  recado ingest documents/
  recado ingest price-list.pdf https://www.example.com/delivery
  recado ingest --watch --delete documents/`;

const SIMULATE_EXAMPLES = `
Exits with 0 when every answer is as it must be, 1 when some are not, and 2 when they could not be
played. How scenarios are written: docs/testing-your-bot.md. Examples:
  recado simulate scenarios/hours.yaml
  recado simulate --fresh --junit report.xml scenarios/*.yaml`;

const program = new Command('recado')
  .description('Recado, from the command line. Run it where Recado runs: it reads the same .env.')
  .version(version);

program
  .command('doctor')
  .description('Checks everything that must fit together; exits with 1 when something is wrong')
  .option('--json', 'one JSON document instead of lines')
  .action(async (options: { json?: boolean }) => {
    await withoutLog();
    const { doctor } = await import('./doctor/command.js');
    end(await doctor(options));
  });

program
  .command('login')
  .description('Prints a link that signs in once at the console of the Recado that runs')
  .option('--json', 'one JSON document: the link, and until when it works')
  .action(async (options: { json?: boolean }) => {
    await withoutLog();
    const { login } = await import('./login/command.js');
    end(await login(options));
  });

program
  .command('ingest')
  .description('Puts documents into the Recado that runs; exits with 1 when something was refused')
  .argument('<path...>', 'files, folders, and addresses of web pages')
  .option('--watch', 'goes on, and puts in what changes')
  .option('--delete', 'with --watch: a file that is removed takes its document with it')
  .option('--json', 'a line of JSON for each, and one with the counts')
  .addHelpText('after', INGEST_EXAMPLES)
  .action(async (paths: string[], options: IngestOptions) => {
    await withoutLog();
    const { ingest } = await import('./ingest/command.js');
    end(await ingest(paths, options));
  });

program
  .command('backup')
  .description('Makes a backup of the SQLite store, also while Recado runs, and checks it')
  .argument('[file]', 'where to put it: a file or a directory; otherwise DATA_DIR/backups')
  .option('--force', 'replaces the file if it is there')
  .action(async (file: string | undefined, options: BackupOptions) => {
    await withoutLog();
    const { backup } = await import('./backup/command.js');
    end(await backup(file, options));
  });

program
  .command('simulate')
  .description(
    'Plays conversations with the Recado that runs in simulator mode, and checks its answers',
  )
  .argument('<file...>', 'scenarios, in YAML')
  .option('--fresh', "against a Recado of its own, with the file's documents and settings")
  .option('--json', 'a line of JSON for each turn, and one with the counts')
  .option('--junit <file>', 'also writes a JUnit report, for a CI')
  .addHelpText('after', SIMULATE_EXAMPLES)
  .action(async (files: string[], options: SimulateOptions) => {
    await withoutLog();
    const { simulate } = await import('./simulate/command.js');
    end(await simulate(files, options));
  });

/** The parts of the app are loaded by the command that wants them, and log nothing here. */
async function withoutLog(): Promise<void> {
  const { Logger } = await import('@nestjs/common');
  Logger.overrideLogger(false);
}

/** Ends once all is written: a connection that is kept alive must not keep the command waiting. */
function end(code: number): void {
  process.stdout.write('', () => process.exit(code));
}

await program.parseAsync();
