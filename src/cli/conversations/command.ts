import type { ConversationPage, ConversationView } from '../../conversations/conversation.dto.js';
import type { MessagePage, MessageView } from '../../conversations/message.dto.js';
import { askAdmin } from '../ask-admin.js';
import { columns, inLine, plain } from '../terminal.js';
import { print, withRecado } from '../work.js';
import { pathOf } from './found.js';

interface ListOptions {
  waiting?: boolean;
  unread?: boolean;
  mode?: string;
  search?: string;
  limit: string;
  json?: boolean;
}

/** Lists conversations, and returns the exit code. */
export function list({ waiting, unread, mode, search, limit, json }: ListOptions) {
  return withRecado(async (recado) => {
    const query = new URLSearchParams({
      limit,
      ...(waiting ? { waiting: 'true' } : { sort: 'activity' }),
      ...(unread && { unread: 'true' }),
      ...(mode !== undefined && { mode }),
      ...(search !== undefined && { q: search }),
    });
    const path = `/api/v1/conversations?${query}`;
    const page = await askAdmin<ConversationPage>(recado, 'GET', path);
    print(json, page, () => inWords(page.items));
    if (!json && page.next_cursor)
      process.stderr.write('There are more: --limit shows up to 200, --search finds others.\n');
    return 0;
  });
}

/** Shows what was said in a conversation, and returns the exit code. */
export function show(id: string, { limit, json }: { limit: string; json?: boolean }) {
  return withRecado(async (recado) => {
    const path = await pathOf(recado, id);
    const conversation = await askAdmin<ConversationView>(recado, 'GET', path);
    const query = new URLSearchParams({ first: 'newest', limit });
    const page = await askAdmin<MessagePage>(recado, 'GET', `${path}/messages?${query}`);
    const messages = page.items.toReversed();
    print(json, { ...conversation, messages }, () => {
      const head = columns([HEAD, row(conversation)]);
      return `${head}\n${messages.map(messageInWords).join('')}`;
    });
    if (!json && page.next_cursor)
      process.stderr.write('There is more: --limit shows up to 200.\n');
    return 0;
  });
}

const HEAD = ['id', 'latest', 'who answers', 'unread', 'sender', 'said last'];

function inWords(items: ConversationView[]): string {
  return items.length ? columns([HEAD, ...items.map(row)]) : 'No conversations.\n';
}

function row(one: ConversationView): string[] {
  const { mode, waiting_since, opted_out } = one;
  const state = waiting_since ? 'waits' : opted_out ? 'opted out' : mode;
  const sender = [one.addresses[0] ?? one.channel, one.profile_name].filter(Boolean).join(' ');
  const last = inLine(one.last_message?.text ?? '–', 40);
  return [one.id, one.activity_at, state, String(one.unread), inLine(sender, 30), last];
}

function messageInWords({ direction, created_at, outcome, mode, id, text }: MessageView): string {
  const who = direction === 'inbound' ? '←' : '→';
  const what = [mode, outcome].filter(Boolean).join(', ');
  return `${who} ${created_at}  ${id}${what && `  (${what})`}\n${plain(text).replaceAll(/^/gm, '  ')}\n`;
}
