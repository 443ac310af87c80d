import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { isGone, ownPlace } from './place.js';

const own = ownPlace();

test('a process that runs is not gone, one that has ended is', async () => {
  expect(isGone(own)).toBe(false);
  expect(isGone({ ...own, pid: spawnSync('true').pid })).toBe(true);
});

test('neither is one gone that is held, nor one that cannot be seen from here', () => {
  const child = spawn('sleep', ['60']);
  child.kill('SIGSTOP');
  const held = { ...own, pid: child.pid! };
  // Without a beginning, a pid is all that is compared.
  expect(isGone({ ...held, began: '' }, { ...own, began: '' })).toBe(false);
  child.kill('SIGKILL');
  expect(isGone({ host: 'elsewhere', pid: 1, began: '1' })).toBe(false);
});

test('who got the pid of one that is gone is another', () => {
  expect(isGone({ ...own, began: '1' })).toBe(true);
});

test('one that was killed is gone before its parent has asked for it', async () => {
  const script = 'sleep 60 & echo $!; kill -9 $!; exec sleep 60';
  const parent = spawn('sh', ['-c', script]);
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const place = { ...own, pid: Number(said), began: own.began };
  await expect.poll(() => isGone(place)).toBe(true);
  parent.kill('SIGKILL');
});
