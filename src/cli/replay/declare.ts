import { type Declaration, examples, JSON_OPTION, runs } from '../declaring.js';

const MORE = `
A dry run: nothing is stored, and nothing is sent to anybody. To send again what failed, use
\`recado failures retry\`. Exits with 1 when another answer is made than was given.
`;

/** `recado replay`. */
export const declareReplay: Declaration = (program) =>
  void program
    .command('replay')
    .description('Asks again what a message asked, and compares the answers; nothing is sent')
    .argument('<message...>', "Twilio's MessageSid, or Recado's id of a message")
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      MORE +
        examples(
          'recado replay SM00000000000000000000000000000000',
          'recado replay --json SM00000000000000000000000000000000 | jq .answer.text',
        ),
    )
    .action(runs(async () => (await import('./command.js')).replay));
