import { type Declaration, examples, JSON_OPTION, runs } from '../declaring.js';

const MORE = `
Without --to it goes to the Recado that runs here, signed for its PUBLIC_URL. Account, number and
auth token are those that Recado has: in the environment, in its store, or the simulator's.
A message that is taken is answered: mind whose number --from is. The built-in simulator knows nothing
of such a message, and takes no answer to it: there, recado simulate and the phone play senders.
Exits with 0 for an HTTP status 2xx, and with 1 for another one or none.
`;

/** `recado trigger`. */
export const declareTrigger: Declaration = (program) =>
  void program
    .command('trigger')
    .description('Sends a signed webhook, as Twilio would, and prints what comes back')
    .option('--to <url>', 'the address that is called and signed')
    .option('--from <number>', 'who writes: a phone or a WhatsApp user id', '+12025550123')
    .option('--text <text>', 'what they write', '')
    .option('--media <url...>', 'addresses of media')
    .option('--media-type <type>', 'their type', 'image/jpeg')
    .option('--location <lat,long>', 'where they are')
    .option('--profile-name <name>', 'what they call themselves')
    .option('--sid <sid>', "the message's SID; otherwise a new one")
    .option('--field <name=value...>', 'more fields, or others in the place of those above')
    .option('--auth-token <token>', 'what signs; otherwise that of Recado')
    .option('--account <sid>', 'AccountSid; otherwise that of Recado')
    .option('--business <number>', 'the number that is written to; otherwise that of Recado')
    .option('--times <n>', 'so many times, as Twilio repeats one', '1')
    .option('--bad-signature', 'signs with something else, which must be refused')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      MORE +
        examples(
          "recado trigger --text 'When do you open?'",
          "recado trigger --to https://bot.example.com/api/v1/whatsapp/webhook --text 'Hello'",
          'recado trigger --media https://www.example.com/menu.jpg --from +12025550147',
          'recado trigger --text Hi --bad-signature',
        ),
    )
    .action(runs(async () => (await import('./command.js')).trigger));
