import { type Declaration, examples, JSON_OPTION, runs } from '../declaring.js';

/** `recado ask`. */
export const declareAsk: Declaration = (program) =>
  void program
    .command('ask')
    .description('Answers a question as a first message would be; nothing is kept or sent')
    .argument('<question>', 'in quotes')
    .option('--explain', 'also what was found, with its scores, and why it is this answer')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        "recado ask 'When do you open on Sundays?'",
        "recado ask --explain '¿Hacen envíos a domicilio?'",
        "recado ask --json 'How much is a loaf?' | jq -r .answer",
      ),
    )
    .action(runs(async () => (await import('./command.js')).ask));
