import { type Declaration, examples, JSON_OPTION, runs } from '../declaring.js';

const MORE = `
Of SQLite it is a SQLite file, of MongoDB one file of its own form. The keys aren't in it: keep them apart.
\`recado restore\` puts it back.
`;

/** `recado backup`. */
export const declareBackup: Declaration = (program) =>
  void program
    .command('backup')
    .description('Makes a backup of the store, also while Recado runs, and checks it')
    .argument('[file]', 'where to put it: a file or a directory; otherwise DATA_DIR/backups')
    .option('--force', 'replaces the file if it is there')
    .option(...JSON_OPTION)
    .addHelpText('after', MORE + examples('recado backup', 'recado backup /mnt/backups/'))
    .action(runs(async () => (await import('./command.js')).backup));
