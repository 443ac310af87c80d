import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { onBothAnnouncing } from '../../support/announcing/announcing.js';
import { inbound } from '../../support/stores/mailboxes.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

onBothAnnouncing('Telling an endpoint that fails', (a) => {
  const { m, clock } = a;
  const writes = () => m.intake.accept(inbound());
  const failed = async () => (await a.announcements.page(50, { state: 'failed' })).items;

  test('what an endpoint fails to take comes again under its id, later each time', async () => {
    const { path } = await a.endpoint();
    a.systems.answers.set(path, 500);
    const node = await a.node();
    await writes();
    await expect.poll(() => a.systems.to(path).length).toBe(1);
    let tries = 1;
    for (const wait of [5000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR]) {
      const shown = async () => (await a.announcements.page(1, {})).items[0];
      await expect.poll(async () => (await shown()).dueAt).toBe(clock.time + wait);
      expect((await shown()).error).toMatch(/HTTP 500/);
      clock.time += wait - 1;
      expect(await a.announcements.due(clock.time)).toEqual([]);
      clock.time += 1;
      if (wait === 2 * HOUR) a.systems.answers.delete(path);
      node.wake();
      await expect.poll(() => a.systems.to(path).length).toBe(++tries);
    }
    const of = () => a.announcements.page(1, { state: 'delivered' });
    await expect.poll(async () => (await of()).items).toMatchObject([{ tries }]);
    const ids = a.systems.to(path).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(1);
  });

  test('after about a day it is given up, shown, and told anew if somebody wants that', async () => {
    const { path } = await a.endpoint();
    a.systems.answers.set(path, 301);
    const node = await a.node();
    const began = clock.time;
    await writes();
    const due = async () => (await a.announcements.page(1, {})).items[0].dueAt;
    for (let tries = 1; tries < 8; tries++) {
      await expect.poll(() => a.systems.to(path).length).toBe(tries);
      // Not while it is claimed: until its answer is noted.
      await expect.poll(due).not.toBe(clock.time + MINUTE);
      clock.time = await due();
      node.wake();
    }
    await expect
      .poll(failed)
      .toMatchObject([{ tries: 8, error: expect.stringMatching(/redirect/) }]);
    expect(clock.time - began).toBeGreaterThan(24 * HOUR);
    expect(clock.time - began).toBeLessThan(30 * HOUR);
    expect(await a.announcements.counts()).toEqual({ waiting: 0, failed: 1 });
    a.systems.answers.delete(path);
    const [{ id }] = await failed();
    expect(await a.announcements.again(id)).toBe(true);
    expect(await a.announcements.again(id)).toBe(false);
    node.wake();
    await expect.poll(() => a.systems.to(path).length).toBe(9);
    expect(a.systems.got.some((one) => one.path === '/elsewhere')).toBe(false);
  });

  test('what a process took and died with is told by another, and not before', async () => {
    const { path, id } = await a.endpoint();
    await writes();
    const dead = await a.node();
    await expect.poll(() => a.systems.to(path).length).toBe(1);
    await dead.onModuleDestroy();
    const { items } = await a.announcements.page(1, {});
    const one = { ...items[0], id: randomUUID() };
    await a.announcements.add([one]);
    const [taken] = await a.announcements.claim(id, 1, clock.time, clock.time + MINUTE, 'dead');
    expect(taken).toMatchObject({ id: one.id, tries: 1 });
    expect(await a.announcements.claim(id, 1, clock.time, clock.time + MINUTE, 'b')).toEqual([]);
    clock.time += MINUTE;
    const [again] = await a.announcements.claim(id, 1, clock.time, clock.time + MINUTE, 'b');
    expect(again).toMatchObject({ id: one.id, tries: 2 });
    await a.announcements.tried(one.id, 'dead', { state: 'delivered', at: 1 });
    expect((await a.announcements.page(1, { state: 'waiting' })).items).toHaveLength(1);
  });

  test('one that does not answer holds no other up', async () => {
    const slow = await a.endpoint();
    const quick = await a.endpoint();
    a.systems.answers.set(slow.path, 'never');
    await a.node();
    for (let n = 0; n < 10; n++) await writes();
    await expect.poll(() => a.systems.to(quick.path).length).toBe(10);
    expect(a.systems.to(slow.path).length).toBeLessThanOrEqual(4);
    a.systems.closeAll();
  });

  test('an endpoint that answers 410 is told of nothing more, until somebody enables it', async () => {
    const { path, id } = await a.endpoint();
    a.systems.answers.set(path, 410);
    await a.node();
    await writes();
    await expect
      .poll(() => a.endpoints.one(id))
      .toMatchObject({
        enabled: false,
        disabled_because: expect.stringMatching(/410/),
      });
    await expect.poll(failed).toHaveLength(1);
    a.systems.answers.delete(path);
    const enabled = await a.endpoints.change(id, { enabled: true });
    expect(enabled).toMatchObject({ enabled: true, disabled_because: null });
    await writes();
    await expect.poll(() => a.systems.to(path).length).toBe(2);
  });

  test('nothing of a removed endpoint is left, and what waits for it goes nowhere', async () => {
    const gone = await a.endpoint();
    const stays = await a.endpoint();
    a.systems.answers.set(gone.path, 500);
    const node = await a.node();
    await writes();
    await expect.poll(() => a.systems.to(stays.path).length).toBe(1);
    await expect.poll(async () => (await a.announcements.counts()).waiting).toBe(1);
    await a.endpoints.remove(gone.id);
    expect(await a.announcements.counts()).toEqual({ waiting: 0, failed: 0 });
    clock.time += 5000;
    node.wake();
    await writes();
    await expect.poll(() => a.systems.to(stays.path).length).toBe(2);
    expect(a.systems.to(gone.path)).toHaveLength(1);
  });

  test('a name that leads inside by now is not followed', async () => {
    const { id } = await a.endpoint();
    await a.targets.change(id, { url: 'http://localhost:8080/' });
    await a.node();
    await writes();
    const waits = () => a.announcements.page(1, { targetId: id });
    await expect
      .poll(async () => (await waits()).items[0]?.error)
      .toMatch(/not public.*WEBHOOK_ALLOWED_HOSTS/);
  });

  test('what is old is forgotten', async () => {
    const { path } = await a.endpoint();
    const node = await a.node();
    await writes();
    await expect
      .poll(async () => (await a.announcements.page(9, { state: 'delivered' })).items.length)
      .toBe(1);
    expect(a.systems.to(path)).toHaveLength(1);
    clock.time += 8 * 24 * HOUR;
    node.wake();
    await expect.poll(async () => (await a.announcements.page(9, {})).items).toEqual([]);
  });
});
