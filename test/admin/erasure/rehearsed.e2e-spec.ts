import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { playing, SIMULATED } from '../../simulator/playing.js';
import { TestApp } from '../../support/app.js';
import { freshMongoUri } from '../../support/stores/stores.js';
import { found, type Kept, keptByMongo, keptBySqlite } from './all-kept.js';

const STORES = ['sqlite', ...(inject('mongo') ? ['mongo' as const] : [])] as const;
const CANARIES = ['2025550185', 'zanzibarian', 'quillfeather'];
const SCENARIO = `
conversations:
  - from: whatsapp:+12025550185
    name: Quillfeather
    turns:
      - ask: How much is the zanzibarian?
      - ask: I want to talk to a person about the zanzibarian
        handover: true`;

/** The address of the database that is used in simulator mode. */
function simulated(uri: string): string {
  const url = new URL(uri);
  url.pathname += '_simulator';
  return url.href;
}

describe.each(STORES)('Of who was played in a rehearsal and is erased, on %s', (store) => {
  const directory = mkdtempSync(join(tmpdir(), 'recado-'));
  let app: TestApp;
  let kept: Kept;
  beforeAll(async () => {
    const uri = store === 'mongo' ? freshMongoUri() : '';
    app = await TestApp.start(store, { ...SIMULATED, DATA_DIR: directory, MONGODB_URI: uri });
    const own = join(directory, 'simulator');
    kept = store === 'mongo' ? keptByMongo(simulated(uri), own) : keptBySqlite(own);
  });
  afterAll(async () => {
    await app?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  /** All but the ledger, which is the log of Twilio, as it is played: no erasure reaches into that. */
  const seen = async () =>
    found(await kept.whole(), CANARIES).filter((one) => !one.includes('ledger.jsonl'));

  it('nothing is left but in the log of Twilio, also where it was saved as a scenario', async () => {
    const { turns } = await playing(() => app)(SCENARIO);
    const conversation = `/api/v1/conversations/${turns[0].conversation_id}`;
    const { text, body } = await app.admin('get', `${conversation}/scenario`).expect(200);
    expect(text ?? body.toString()).toContain('zanzibarian');
    for (const one of CANARIES) expect((await seen()).join()).toContain(one);
    await app.admin('delete', conversation).expect(204);
    await expect.poll(seen).toEqual([]);
  });
});
