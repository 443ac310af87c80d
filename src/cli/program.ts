import { Logger } from '@nestjs/common';
import { Command } from 'commander';
import { version } from '../app.setup.js';
import { examine } from './doctor/doctor.js';
import { asJson, Screen } from './doctor/report.js';
import { ingest, type IngestOptions } from './ingest/command.js';

// Files that are made here are for their owner only. The parts of the app log nothing here.
process.umask(0o077);
Logger.overrideLogger(false);
// A reader that closes the pipe, such as `head`, wants no more.
process.stdout.on('error', () => process.exit(1));

const INGEST_EXAMPLES = `
What is put in again under its name replaces the old one. Examples:
  recado ingest documents/
  recado ingest price-list.pdf https://www.example.com/delivery
  recado ingest --watch --delete documents/`;

const program = new Command('recado')
  .description('Recado, from the command line. Run it where Recado runs: it reads the same .env.')
  .version(version);

program
  .command('doctor')
  .description('Checks everything that must fit together; exits with 1 when something is wrong')
  .option('--json', 'one JSON document instead of lines')
  .action(async ({ json }: { json?: boolean }) => {
    const screen = new Screen(process.stdout, !json);
    const findings = await examine(screen);
    const wrong = findings.some(({ status }) => status === 'wrong');
    const text = json ? asJson(findings) : screen.ending(findings);
    // A connection that is kept alive must not keep the command waiting.
    process.stdout.write(text, () => process.exit(wrong ? 1 : 0));
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
    const code = await ingest(paths, options);
    process.stdout.write('', () => process.exit(code));
  });

await program.parseAsync();
