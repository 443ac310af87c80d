import { useState } from 'react';

/** Somebody whose phone is played here. */
export interface Person {
  /** `whatsapp:+12025550123` */
  from: string;
  name: string;
}

const KEPT = 'recado.people';
/** Numbers that are kept free for stories: +1 202 555 0100 to 0199. */
export const NUMBERS = Array.from(
  { length: 100 },
  (_, n) => `whatsapp:+120255501${String(n).padStart(2, '0')}`,
);
/** Of somebody whose phone WhatsApp doesn't tell; these are made up. */
const USER_ID = /^whatsapp:US\.\d{14}$/;
const NAMES = ['Ana', 'Bruno', 'Carla', 'Diego', 'Elena', 'Farid', 'Greta', 'Hugo'];
const FIRST: Person = { from: NUMBERS[23], name: NAMES[0] };

function kept(): Person[] {
  try {
    const people = JSON.parse(localStorage.getItem(KEPT) ?? '[]') as Person[];
    const whole = people.filter(
      ({ from, name }) =>
        (NUMBERS.includes(from) || USER_ID.test(from)) && typeof name === 'string',
    );
    return whole.length ? whole : [FIRST];
  } catch {
    return [FIRST];
  }
}

/** Whose phones stand side by side; this browser remembers them. */
export function usePeople() {
  const [people, setPeople] = useState(kept);
  const [shown, show] = useState(people[0].from);
  const keep = (changed: Person[]) => {
    localStorage.setItem(KEPT, JSON.stringify(changed));
    setPeople(changed);
  };
  return {
    people,
    /** Whose phone is seen where there is room for one. */
    shown: people.some(({ from }) => from === shown) ? shown : people[0].from,
    show,
    /** `hidden`: WhatsApp tells a user id of theirs, and no phone. */
    add(hidden = false) {
      const person = { ...another(people), ...(hidden && { from: aUserId() }) };
      keep([...people, person]);
      show(person.from);
    },
    rename(from: string, name: string) {
      keep(people.map((one) => (one.from === from ? { from, name } : one)));
    },
    remove(from: string) {
      keep(people.filter((one) => one.from !== from));
    },
  };
}

/** With a number and a name that nobody here has. */
function another(people: Person[]): Person {
  const free = <T>(all: T[], taken: T[]) => all.find((one) => !taken.includes(one));
  const from = free(
    [...NUMBERS.slice(23), ...NUMBERS],
    people.map((one) => one.from),
  );
  const name = free(
    NAMES,
    people.map((one) => one.name),
  );
  return { from: from ?? NUMBERS[0], name: name ?? `${NAMES[0]} ${people.length + 1}` };
}

function aUserId(): string {
  const digits = crypto.getRandomValues(new Uint8Array(14));
  return `whatsapp:US.${[...digits].map((one) => one % 10).join('')}`;
}
