import { randomUUID } from 'node:crypto';
import { newConversationId } from '../../../src/sessions/new-conversation-id.js';

/** Somebody who has written, and what was said. All times are in milliseconds since 1970. */
export interface Person {
  id: string;
  waId: string;
  name: string;
  takenAt?: number;
  waitingSince?: number;
  optedOutAt?: number;
  unread: boolean;
  /** Oldest first, in turns: theirs, then the bot's. */
  said: { id: string; text: string; at: number; status?: string }[];
}

/** Puts people into a store, past all that takes messages in: thousands of them in seconds. */
export interface Crowd {
  add(people: Person[]): Promise<void>;
}

const NAMES = ['Ana', 'Luis', 'María José', 'Íñigo', 'Zoë', 'Søren', 'Chloé', 'Bárbara'];
const SURNAMES = ['Ñúñez', 'García', 'López', 'Smith', 'Dupont', 'Núñez', 'Ibáñez', 'Okafor'];
const ASKED = ['¿Abren mañana?', '¿Cuánto cuesta el envío?', 'Do you have size 42?', 'Gracias'];
const SAID = ['We open at nine.', 'El envío cuesta 4,50 €.', 'Yes, we do.', 'De nada.'];

/** Makes `count` people, the first of whom wrote last; each has said `turns` things. */
export function peopleOf(count: number, turns = 3, now = Date.now()): Person[] {
  return Array.from({ length: count }, (_, n) => {
    const last = now - n * 20_000;
    return {
      id: newConversationId(),
      waId: `+1202555${String(1_0000 + n).padStart(5, '0')}`,
      name: `${NAMES[n % NAMES.length]} ${SURNAMES[Math.floor(n / 8) % SURNAMES.length]} ${n}`,
      unread: n % 3 === 0,
      ...(n % 40 === 1 && { takenAt: last }),
      ...(n % 100 === 2 && { waitingSince: last }),
      ...(n % 200 === 3 && { optedOutAt: last }),
      said: Array.from({ length: 2 * turns }, (__, at) => ({
        id: randomUUID(),
        text: at % 2 ? SAID[(n + at) % 4] : `${ASKED[(n + at) % 4]} (${n}.${at})`,
        at: last - (2 * turns - 1 - at) * 60_000,
        ...(at % 2 && { status: ['sent', 'delivered', 'read'][n % 3] }),
      })),
    };
  });
}
