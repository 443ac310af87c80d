import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { ofSimulator } from '../../../src/storage/open-storage.js';
import { PATIENCE_MS, playing, SIMULATED } from '../../simulator/playing.js';
import { withApp } from '../../support/app.js';
import { found, keptBy } from './all-kept.js';

vi.setConfig({ testTimeout: 2 * PATIENCE_MS });

const CANARIES = ['2025550185', 'zanzibarian', 'quillfeather'];
const SCENARIO = `
conversations:
  - from: whatsapp:+12025550185
    name: Quillfeather
    turns:
      - ask: How much is the zanzibarian?
      - ask: I want to talk to a person about the zanzibarian
        handover: true`;

withApp('who was played in a rehearsal and is erased', SIMULATED, (app) => {
  /** All but the ledger, which is the log of Twilio, as it is played: no erasure reaches into that. */
  async function seen(): Promise<string[]> {
    const { DATA_DIR, MONGODB_URI: uri } = app().env;
    const kept = keptBy(join(DATA_DIR!, 'simulator'), uri && ofSimulator(uri));
    return found(await kept.whole(), CANARIES).filter((one) => !one.includes('ledger.jsonl'));
  }

  it('nothing is left but in the log of Twilio, also where it was saved as a scenario', async () => {
    const { turns } = await playing(app)(SCENARIO);
    const conversation = `/api/v1/conversations/${turns[0].conversation_id}`;
    const { text, body } = await app().admin('get', `${conversation}/scenario`).expect(200);
    expect(text ?? body.toString()).toContain('zanzibarian');
    for (const one of CANARIES) expect((await seen()).join()).toContain(one);
    await app().admin('delete', conversation).expect(204);
    await expect.poll(seen).toEqual([]);
  });
});
