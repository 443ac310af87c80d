import { type Declaration, examples, JSON_OPTION, runs } from '../declaring.js';

/** `recado audit`. */
export const declareAudit: Declaration = (program) =>
  void program
    .command('audit')
    .description('Shows what was done by the admin API, the latest first')
    .option('--name <name>', 'only what the token of this name did')
    .option('--action <action>', 'only this, such as "PUT /api/v1/bot/config"')
    .option('--target <id>', 'only what was done to this id')
    .option('--limit <n>', 'so many at most', '50')
    .option('--verify', 'looks whether the log is whole')
    .option(...JSON_OPTION)
    .addHelpText('after', examples('recado audit --name "help desk"', 'recado audit --verify'))
    .action(runs(async () => (await import('./audit.js')).audit));
