import type { Town } from '../../load/town.js';

/** What the store says of a message. */
export interface Stored {
  outcome: string | null;
  /** Of each part of its answer, the attempts, where that was asked. */
  attempts?: string[][];
  /** Why it is dead, where that was asked. */
  why?: string;
}

interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

interface Conversation {
  id: string;
  addresses: string[];
}

interface Listed {
  id: string;
  direction: 'inbound' | 'outbound';
  outcome: string | null;
}

interface Timeline {
  error: string | null;
  parts: { state: string; error: unknown; attempts: { id: string }[] }[];
}

/** Reads by the admin API what became of the messages. */
export class Outcomes {
  private readonly stored = new Map<string, Stored>();
  /** Conversations whose messages all have an outcome, by how many there were. */
  private readonly settled = new Map<string, number>();
  private readonly town: Town;

  constructor(town: Town) {
    this.town = town;
  }

  /** All messages by their MessageSid. What came to its outcome before isn't read again, unless `anew`. */
  async read(expected: Map<string, number>, anew = false): Promise<Map<string, Stored>> {
    if (anew) for (const known of [this.settled, this.stored]) known.clear();
    const conversations = await this.pages<Conversation>('/api/v1/conversations');
    for (const conversation of conversations) {
      const count = Math.max(...conversation.addresses.map((one) => expected.get(one) ?? 0), 0);
      if (this.settled.get(conversation.id) !== count) await this.readOne(conversation.id, count);
    }
    return this.stored;
  }

  /** Adds the attempts of these messages' answers. */
  async addAttempts(sids: string[]): Promise<void> {
    for (const sid of sids) {
      const { parts } = await this.timeline(sid);
      const attempts = parts.map((part) => part.attempts.map(({ id }) => id));
      this.stored.get(sid)!.attempts = attempts;
    }
  }

  /** Adds why these messages are dead. */
  async addReasons(sids: string[]): Promise<void> {
    for (const sid of sids) {
      const { parts, error } = await this.timeline(sid);
      const states = parts.map((part) => `${part.state} ${JSON.stringify(part.error)}`);
      this.stored.get(sid)!.why = [error, ...states].join('; ');
    }
  }

  private timeline(sid: string): Promise<Timeline> {
    return this.town.admin(`/api/v1/messages/${sid}/timeline`);
  }

  private async readOne(id: string, expected: number): Promise<void> {
    const listed = await this.pages<Listed>(`/api/v1/conversations/${id}/messages`);
    const inbound = listed.filter(({ direction }) => direction === 'inbound');
    for (const message of inbound) this.stored.set(message.id, { outcome: message.outcome });
    if (inbound.length >= expected && inbound.every(({ outcome }) => outcome))
      this.settled.set(id, expected);
  }

  private async pages<T>(path: string): Promise<T[]> {
    const all: T[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = `limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const page: Page<T> = await this.town.admin(`${path}?${query}`);
      if (!page.items) throw new Error(`${path}: ${JSON.stringify(page)}`);
      all.push(...page.items);
      cursor = page.next_cursor;
    }
    return all;
  }
}
