import { type Declaration, examples, JSON_OPTION, runs } from '../declaring.js';

const MORE = `
The backup is checked before anything is replaced. Stop every Recado on the store first: none can start
meanwhile. A store that is there is refused without --force: that puts a SQLite file aside, and drops what
is in a MongoDB database. The keys aren't in a backup: put them back, too.
`;

/** `recado restore`. */
export const declareRestore: Declaration = (program) =>
  void program
    .command('restore')
    .description('Puts a backup of `recado backup` back, into SQLite or MongoDB, and checks it')
    .argument('<file>', 'the backup')
    .option('--force', 'also where a store is there')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      MORE +
        examples(
          'recado restore data/backups/recado-2026-11-28T04-00-00-000Z.sqlite',
          'recado restore --force /mnt/backup/recado-2026-11-28T04-00-00-000Z.dump.gz',
        ),
    )
    .action(runs(async () => (await import('./command.js')).restore));
