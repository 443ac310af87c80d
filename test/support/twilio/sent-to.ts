import type { Emulator } from './emulator.js';

/** What the emulator's list shows of a message, as far as tests look at it. */
export interface Sent {
  direction: string;
  from: string;
  body: string;
  taps?: { kind: string; items: { title: string; id: string }[]; menu?: string };
}

/** What a person got, oldest first, with what can be tapped below it. */
export async function sentTo(emulator: Emulator, person: string): Promise<Sent[]> {
  const path = `/messages?conversation=${encodeURIComponent(person)}&limit=200`;
  const { body } = await emulator.control<{ items: Sent[] }>('GET', path);
  return body.items.filter(({ direction }) => direction === 'outbound');
}
