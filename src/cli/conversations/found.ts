import type { ConversationPage } from '../../conversations/conversation.dto.js';
import { askAdmin } from '../ask-admin.js';
import { NotNow, type Reached } from '../reach.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The path of a conversation in the API, by its id or its sender's number. Throws a `NotNow`. */
export async function pathOf(recado: Reached, given: string): Promise<string> {
  if (UUID.test(given)) return `/api/v1/conversations/${given}`;
  const query = new URLSearchParams({ wa_id: given, limit: '1' });
  const path = `/api/v1/conversations?${query}`;
  const [one] = (await askAdmin<ConversationPage>(recado, 'GET', path)).items;
  if (!one) throw new NotNow(`Nobody wrote from ${given}: \`recado conversations\` lists all.`);
  return `/api/v1/conversations/${one.id}`;
}
