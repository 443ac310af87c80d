import type { ConversationView } from '../api/dist/types.gen.js';

/** What somebody is called: the name they gave WhatsApp, or else their number; of the API, a part of the id. */
export function nameOf({ profile_name, addresses, id }: ConversationView): string {
  return profile_name || addresses[0] || `API ${id.slice(0, 8)}`;
}
