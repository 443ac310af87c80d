import { type Declaration, examples, runs } from '../declaring.js';

/** `recado login`. */
export const declareLogin: Declaration = (program) =>
  void program
    .command('login')
    .description('Prints a link that signs in once at the console of the Recado that runs')
    .option('--json', 'one JSON document: the link, and until when it works')
    .addHelpText('after', examples('recado login', 'xdg-open "$(recado login)"'))
    .action(runs(async () => (await import('./command.js')).login));
