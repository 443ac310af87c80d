import { type Declaration, examples, JSON_OPTION, runs } from '../declaring.js';

const RETRY = `
It sends to customers: what is left of the answer, also what may have been sent already. Each needs
its id here; \`recado failures list\` shows them.
`;

/** `recado failures`. */
export const declareFailures: Declaration = (program) => {
  const failures = program
    .command('failures')
    .description('Lists what was given up or is uncertain, sends it again, or takes it off');
  failures
    .command('list', { isDefault: true })
    .description('Lists the failures, the newest first')
    .option('--kind <kind>', 'dead, uncertain or fallback')
    .option('--limit <n>', 'so many at most', '50')
    .option(...JSON_OPTION)
    .addHelpText('after', examples('recado failures', 'recado failures list --kind uncertain'))
    .action(runs(async () => (await import('./command.js')).list));
  failures
    .command('retry')
    .description('Sends again what failed')
    .argument('<id...>', 'ids of failures')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      RETRY + examples('recado failures retry ID', 'recado failures retry ID ID'),
    )
    .action(runs(async () => (await import('./command.js')).retry));
  failures
    .command('discard')
    .description('Takes failures off the list; what became of the messages stays as it is')
    .argument('<id...>', 'ids of failures')
    .option(...JSON_OPTION)
    .addHelpText('after', examples('recado failures discard ID'))
    .action(runs(async () => (await import('./command.js')).discard));
};
