import { type Declaration, examples, JSON_OPTION, runs } from '../declaring.js';

/** `recado backup`. */
export const declareBackup: Declaration = (program) =>
  void program
    .command('backup')
    .description('Makes a backup of the SQLite store, also while Recado runs, and checks it')
    .argument('[file]', 'where to put it: a file or a directory; otherwise DATA_DIR/backups')
    .option('--force', 'replaces the file if it is there')
    .option(...JSON_OPTION)
    .addHelpText('after', examples('recado backup', 'recado backup /mnt/backups/'))
    .action(runs(async () => (await import('./command.js')).backup));
