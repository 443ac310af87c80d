import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { Town } from '../load/town.js';
import { survives } from '../support/stores/outage.js';
import { OwnMongod } from '../support/stores/own-mongod.js';
import { RecadoProcess } from '../support/recado.process.js';

describe.skipIf(!inject('mongo'))('MongoDB', () => {
  let mongod: OwnMongod;
  beforeEach(async () => void (mongod = await OwnMongod.reserve()));
  afterEach(() => mongod.remove());

  test('gone and back loses nothing and sends nothing twice: killed, then hung', async () => {
    const [town] = await Promise.all([Town.start({ mongoUri: mongod.uri }), mongod.start()]);
    const cure = /See that MongoDB runs, and that MONGODB_URI is its address\.$/;
    try {
      await survives(town, { goes: () => mongod.kill(), returns: () => mongod.start(), cure });
      await survives(town, { goes: () => mongod.hold(), returns: () => mongod.letGo(), cure });
    } finally {
      await town.stop();
    }
  }, 180_000);

  test('gone at the start is waited for; the samples are loaded when it is there', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'recado-'));
    const recado = await RecadoProcess.start(directory, {
      MONGODB_URI: mongod.uri,
      SIMULATOR: 'on',
      ADMIN_TOKEN: 'a-token-for-tests',
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    });
    const health = async (of: string) => {
      const answer = await recado.call('GET', `/health/${of}`);
      return [answer.status, ((await answer.json()) as { detail?: string }).detail];
    };
    const write = async (body: string) => {
      const message = { from: 'whatsapp:+12025550123', body };
      const sent = await recado.call('POST', '/simulator/control/messages', message);
      return ((await sent.json()) as { status: number }).status;
    };
    const answers = async () => {
      const listed = await recado.call('GET', '/simulator/control/messages');
      const { items } = (await listed.json()) as { items: { direction: string; body: string }[] };
      return items.filter(({ direction }) => direction === 'outbound').map(({ body }) => body);
    };
    try {
      expect(await health('live')).toEqual([200, undefined]);
      expect(await health('ready')).toEqual([503, 'store cannot be written now']);
      expect(await write('When are you open?')).toBe(503);
      await mongod.start();
      await expect.poll(() => health('ready')).toEqual([200, undefined]);
      await expect.poll(() => recado.stdout).toMatch(/Sample knowledge loaded/);
      expect(await write('When are you open?')).toBe(200);
      await expect.poll(answers).toEqual([expect.stringMatching(/open.*\d/is)]);
      expect(recado.stdout).toMatch(/See that MongoDB runs, and that MONGODB_URI is its address/);
    } finally {
      await recado.stop('SIGKILL');
      rmSync(directory, { recursive: true });
    }
  });
});
