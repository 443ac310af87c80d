import { Option } from 'commander';
import { type Declaration, examples, JSON_OPTION, runs } from '../declaring.js';

const MORE = `
DATA_DIR names the SQLite store and MONGODB_URI the other one; SECRET_KEY must be the key of the store
that is migrated (DATA_DIR/secret-key, where SQLite made one). Stop every Recado on either first: none
can start meanwhile. All is copied, then both stores are read and compared. The store that is migrated
stays as it is. Broken off, it is run again from the beginning.
`;

/** `recado migrate`. */
export const declareMigrate: Declaration = (program) =>
  void program
    .command('migrate')
    .description('Brings everything from SQLite to MongoDB, or back, and compares both')
    .addOption(
      new Option('--to <store>', 'where everything goes')
        .choices(['mongodb', 'sqlite'])
        .makeOptionMandatory(),
    )
    .option('--force', 'drops what is in the database; a SQLite file that is there is put aside')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      MORE +
        examples(
          'recado migrate --to mongodb',
          'MONGODB_URI=mongodb://db1,db2,db3/recado?replicaSet=rs recado migrate --to mongodb',
          'recado migrate --to sqlite --force',
        ),
    )
    .action(runs(async () => (await import('./command.js')).migrate));
