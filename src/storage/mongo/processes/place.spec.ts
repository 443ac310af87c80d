import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownPlace, type Place, seenAt } from './place.js';

const own = ownPlace();

/** The same process as its machine tells of it: when it began is the 22nd of its fields. */
function beside(pid: number): Place {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return { ...own, pid, began: fields[19] };
}

test('a process that runs is seen to, one that has ended is gone', async () => {
  expect(seenAt(own)).toBe('running');
  expect(seenAt({ ...own, pid: spawnSync('true').pid })).toBe('gone');
});

test('nothing is known of one that is stopped, or cannot be seen from here', async () => {
  const child = spawn('sleep', ['60']);
  const held = beside(child.pid!);
  expect(seenAt(held)).toBe('running');
  child.kill('SIGSTOP');
  await expect.poll(() => seenAt(held)).toBeUndefined();
  // Without a beginning, a pid is all that is compared.
  expect(seenAt({ ...held, began: '' }, { ...own, began: '' })).toBeUndefined();
  child.kill('SIGKILL');
  expect(seenAt({ host: 'elsewhere', pid: 1, began: '1' })).toBeUndefined();
});

test('who got the pid of one that is gone is another', () => {
  expect(seenAt({ ...own, began: '1' })).toBe('gone');
});

test('one that was killed is gone before its parent has asked for it', async () => {
  const script = 'sleep 60 & echo $!; kill -9 $!; exec sleep 60';
  const parent = spawn('sh', ['-c', script]);
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const place = { ...own, pid: Number(said), began: own.began };
  await expect.poll(() => seenAt(place)).toBe('gone');
  parent.kill('SIGKILL');
});
