import { type Declaration, examples, runs } from '../declaring.js';

const MORE = `
What is put in again under its name replaces the old one.
`;

/** `recado ingest`. */
export const declareIngest: Declaration = (program) =>
  void program
    .command('ingest')
    .description(
      'Puts documents into the Recado that runs; exits with 1 when something was refused',
    )
    .argument('<path...>', 'files, folders, and addresses of web pages')
    .option('--watch', 'goes on, and puts in what changes')
    .option('--delete', 'with --watch: a file that is removed takes its document with it')
    .option('--json', 'a line of JSON for each, and one with the counts')
    .addHelpText(
      'after',
      MORE +
        examples(
          'recado ingest documents/',
          'recado ingest price-list.pdf https://www.example.com/delivery',
          'recado ingest --watch --delete documents/',
        ),
    )
    .action(runs(async () => (await import('./command.js')).ingest));
