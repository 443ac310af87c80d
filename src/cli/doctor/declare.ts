import { type Declaration, examples, JSON_OPTION, runs } from '../declaring.js';

/** `recado doctor`. */
export const declareDoctor: Declaration = (program) =>
  void program
    .command('doctor')
    .description('Checks everything that must fit together; exits with 1 when something is wrong')
    .option(...JSON_OPTION)
    .addHelpText('after', examples('recado doctor', 'recado doctor --json | jq .status'))
    .action(runs(async () => (await import('./command.js')).doctor));
