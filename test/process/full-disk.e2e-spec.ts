import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Town } from '../load/town.js';
import {
  makeReadOnly,
  makeWritable,
  noReadOnly,
  noSmallDisk,
  skipLoudly,
  SmallDisk,
} from '../support/stores/disk.js';
import { survives } from '../support/stores/outage.js';
import { RecadoProcess } from '../support/recado.process.js';

let town: Town | undefined;
afterEach(async () => {
  await town?.stop();
  town = undefined;
});

describe.skipIf(skipLoudly('a full disk', noSmallDisk()))('A full disk', () => {
  let disk: SmallDisk;
  beforeEach(() => (disk = SmallDisk.mount()));
  afterEach(() => disk.unmount());

  test('loses nothing and sends nothing twice; with room again all goes on', async () => {
    town = await Town.start({ env: { DATA_DIR: disk.directory } });
    await survives(town, {
      goes: () => disk.fill(),
      returns: () => disk.free(),
      cure: /full\)? Make room on the disk of DATA_DIR\.$/,
    });
  });

  test('stops a first start, which says so in a line', async () => {
    disk.fill();
    for (const SIMULATOR of ['on', 'off']) {
      const env = { DATA_DIR: disk.directory, SIMULATOR };
      const line = /^DATA_DIR: [^\n]*(ENOSPC|full)[^\n]*\n$/;
      const refused = await RecadoProcess.refused(disk.directory, env);
      expect(refused).toEqual([1, expect.stringMatching(line)]);
    }
  });
});

describe.skipIf(skipLoudly('a read-only disk', noReadOnly()))('A read-only disk', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'recado-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  test('loses nothing and sends nothing twice; writable again all goes on', async () => {
    town = await Town.start({ env: { DATA_DIR: directory } });
    await survives(town, {
      goes: () => makeReadOnly(directory),
      returns: () => makeWritable(directory),
      cure: /See that the disk of DATA_DIR is whole and can be written\.$/,
    });
  });
});
