import { type Declaration, runs } from '../declaring.js';

const EXAMPLES = `
Exits with 0 when every answer is as it must be, 1 when some are not, and 2 when they could not be
played. How scenarios are written: docs/testing-your-bot.md. Examples:
  recado simulate scenarios/hours.yaml
  recado simulate --fresh --junit report.xml scenarios/*.yaml`;

/** `recado simulate`. */
export const declareSimulate: Declaration = (program) =>
  void program
    .command('simulate')
    .description(
      'Plays conversations with the Recado that runs in simulator mode, and checks its answers',
    )
    .argument('<file...>', 'scenarios, in YAML')
    .option('--fresh', "against a Recado of its own, with the file's documents and settings")
    .option('--json', 'a line of JSON for each turn, and one with the counts')
    .option('--junit <file>', 'also writes a JUnit report, for a CI')
    .addHelpText('after', EXAMPLES)
    .action(runs(async () => (await import('./command.js')).simulate));
