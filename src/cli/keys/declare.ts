import { type Declaration, examples, JSON_OPTION, runs } from '../declaring.js';

const ROTATE = `
A key that Recado made in DATA_DIR is changed at once, whether Recado runs or not. Where the environment
gives it to several nodes, this says the steps, and \`recado keys check\` looks at each.
`;

const SCOPES = `
Scopes: read looks at everything but secrets, operate also works with people and documents, admin may
everything.
`;

/** `recado keys`. */
export const declareKeys: Declaration = (program) => {
  const keys = program.command('keys').description('Changes the keys, without downtime');
  keys
    .command('rotate')
    .description('Changes SECRET_KEY (secret) or the admin token (admin), or says the steps')
    .argument('<what>', 'secret or admin')
    .option('--at-once', 'admin: the former token counts no more, whom it signed in is out')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      ROTATE + examples('recado keys rotate secret', 'recado keys rotate admin --at-once'),
    )
    .action(runs(async () => (await import('./keys.js')).rotate));
  keys
    .command('check')
    .description('Says which keys each node uses, and the next step of a change')
    .option(...JSON_OPTION)
    .addHelpText('after', examples('recado keys check'))
    .action(runs(async () => (await import('./keys.js')).check));
};

/** `recado tokens`. */
export const declareTokens: Declaration = (program) => {
  const tokens = program.command('tokens').description('Lists, makes and revokes named tokens');
  tokens
    .command('list', { isDefault: true })
    .description('Lists them, without the tokens themselves')
    .option(...JSON_OPTION)
    .addHelpText('after', examples('recado tokens'))
    .action(runs(async () => (await import('./tokens.js')).list));
  tokens
    .command('create')
    .description('Makes one and prints it, this once')
    .argument('<name>', 'who or what will use it')
    .requiredOption('--scope <scope>', 'read, operate or admin')
    .option('--days <n>', 'it counts for so many days; without this until it is revoked')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      SCOPES +
        examples(
          'recado tokens create "help desk" --scope operate',
          'recado tokens create dashboard --scope read --days 90',
        ),
    )
    .action(runs(async () => (await import('./tokens.js')).create));
  tokens
    .command('revoke')
    .description('From now on it opens nothing')
    .argument('<token>', 'its name or its id')
    .option(...JSON_OPTION)
    .addHelpText('after', examples('recado tokens revoke "help desk"'))
    .action(runs(async () => (await import('./tokens.js')).revoke));
};
