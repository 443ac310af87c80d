import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EventFeed, type Sent } from './event-feed.js';
import { StoreChanges } from './store-changes.js';
import type { Told } from './told.js';

/** A store whose changes the test makes up. */
class MadeUp extends StoreChanges {
  tell: (told: Told) => void;
  lost: () => void;
  away = false;
  watched = 0;

  async watch(tell: (told: Told) => void, lost: () => void) {
    if (this.away) throw new Error('away');
    this.watched++;
    Object.assign(this, { tell, lost });
    return () => void this.watched--;
  }
}

let changes: MadeUp;
let feed: EventFeed;
beforeEach(() => {
  vi.useFakeTimers();
  changes = new MadeUp();
  feed = new EventFeed(changes);
});
afterEach(() => {
  feed.onModuleDestroy();
  vi.useRealTimers();
});

const conversation = (id: string): Told => ({ event: 'conversation', data: { id } });
const idsOf = (all: Sent[]) => all.map(({ event, data }) => ('id' in data ? data.id : event));

function listen(after?: string) {
  const heard: Sent[] = [];
  const { missed, stop } = feed.listen((sent) => void heard.push(sent), after);
  return { heard, missed, stop };
}

it('watches once for all, and a minute after the last has gone no more', async () => {
  await Promise.all([feed.ready(), feed.ready()]);
  const [one, other] = [listen(), listen()];
  changes.tell(conversation('a'));
  expect([idsOf(one.heard), idsOf(other.heard)]).toEqual([['a'], ['a']]);
  one.stop();
  changes.tell(conversation('b'));
  expect([idsOf(one.heard), idsOf(other.heard)]).toEqual([['a'], ['a', 'b']]);
  other.stop();
  vi.advanceTimersByTime(59_000);
  await feed.ready();
  const third = listen(one.heard[0].id);
  expect(idsOf(third.missed)).toEqual(['b']);
  vi.advanceTimersByTime(120_000);
  expect(changes.watched).toBe(1);
  third.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(changes.watched).toBe(0);
  await feed.ready();
  expect(idsOf(listen(other.heard[1].id).missed)).toEqual(['reset']);
});

it('stops watching, too, when who asked for it never listened', async () => {
  await feed.ready();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(changes.watched).toBe(0);
});

it('gives what was missed, all of it or none', async () => {
  await feed.ready();
  const { heard } = listen();
  for (let n = 0; n < 5000; n++) changes.tell(conversation(String(n)));
  expect(idsOf(listen(heard[4990].id).missed)).toEqual(
    Array.from({ length: 9 }, (_, n) => String(4991 + n)),
  );
  expect(listen(heard[4999].id).missed).toEqual([]);
  expect(listen(heard[4000].id).missed).toHaveLength(999);
  expect(idsOf(listen(heard[0].id).missed)).toEqual(['reset']);
  const [, name] = heard[0].id.split('-');
  for (const id of [`5001-${name}`, '1-other', '', 'x', `-1-${name}`])
    expect(idsOf(listen(id).missed)).toEqual(['reset']);
  expect(listen().missed).toEqual([]);
});

it('says so when the store may have kept something from it', async () => {
  await feed.ready();
  const { heard } = listen();
  changes.tell(conversation('a'));
  changes.lost();
  changes.tell(conversation('b'));
  expect(idsOf(heard)).toEqual(['a', 'reset', 'b']);
  expect(idsOf(listen(heard[0].id).missed)).toEqual(['reset']);
  expect(idsOf(listen(heard[1].id).missed)).toEqual(['b']);
});

it('tells nobody of a session’s end but who asks for that', async () => {
  await feed.ready();
  const ended: string[] = [];
  feed.onSignedOut((id) => void ended.push(id));
  const { heard } = listen();
  changes.tell({ event: 'signed_out', data: { id: 's' } });
  expect([ended, heard]).toEqual([['s'], []]);
});

it('watches when it is asked again, where the store was away', async () => {
  changes.away = true;
  await expect(feed.ready()).rejects.toThrow('away');
  changes.away = false;
  await feed.ready();
  expect(changes.watched).toBe(1);
});
