import { type Declaration, examples, JSON_OPTION, runs } from '../declaring.js';

const ID = ['<id>', "a conversation's id, or its sender's number"] as const;

/** `recado conversations`. */
export const declareConversations: Declaration = (program) => {
  const conversations = program
    .command('conversations')
    .description('Lists, shows, exports, takes over, releases and erases conversations');
  conversations
    .command('list', { isDefault: true })
    .description('Lists conversations: where something was said last comes first')
    .option('--waiting', 'those that wait for a person, the longest first')
    .option('--mode <mode>', 'bot or human: who answers')
    .option('--unread', 'those in which something is unread')
    .option('--search <words>', "words of messages, of senders' names, ends of their numbers")
    .option('--limit <n>', 'so many at most', '50')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples('recado conversations', "recado conversations list --search 'opening hours'"),
    )
    .action(runs(async () => (await import('./command.js')).list));
  conversations
    .command('show')
    .description('Shows what was said, the oldest first')
    .argument(...ID)
    .option('--limit <n>', 'the latest so many messages', '50')
    .option(...JSON_OPTION)
    .addHelpText('after', examples('recado conversations show +12025550123'))
    .action(runs(async () => (await import('./command.js')).show));
  conversations
    .command('export')
    .description('Prints all that is kept of a sender, as JSON')
    .argument(...ID)
    .addHelpText('after', examples('recado conversations export +12025550123 > export.json'))
    .action(runs(async () => (await import('./decisions.js')).exportData));
  for (const [name, does] of DECISIONS)
    conversations
      .command(name)
      .description(does)
      .argument(...ID)
      .addHelpText('after', examples(`recado conversations ${name} +12025550123`))
      .action(runs(async () => (await import('./decisions.js'))[name]));
  conversations
    .command('erase')
    .description('Erases all that is kept of a sender, for good')
    .argument(...ID)
    .requiredOption('--yes', 'it is meant: nothing brings it back')
    .addHelpText('after', examples('recado conversations erase --yes +12025550123'))
    .action(runs(async () => (await import('./decisions.js')).erase));
};

const DECISIONS = [
  ['takeover', 'Takes a conversation over: the bot is silent in it'],
  ['release', 'Gives a conversation back to the bot'],
] as const;
