import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { withApp } from '../support/app.js';
import { PATIENCE_MS, playing, SIMULATED } from './playing.js';

vi.setConfig({ testTimeout: 2 * PATIENCE_MS });

withApp('a scenario with steps of the team', SIMULATED, (app) => {
  const played = playing(app);

  it('plays a handover from the first word to the release', async () => {
    const file = new URL('../../samples/handover.yaml', import.meta.url);
    const view = await played(readFileSync(file, 'utf8'), 'handover.yaml');
    expect(view.turns.filter(({ passed }) => !passed)).toEqual([]);
    expect(view).toMatchObject({ state: 'done', failed: 0, passed: view.turns_in_all });
    const steps = view.turns.filter(({ kind }) => kind === 'operator');
    expect(steps.map(({ ask, sid }) => [ask, sid])).toContainEqual(['[release]', '']);
  });

  it('says what is wrong with a step of the team', async () => {
    const view = await played(`
conversations:
  - turns:
      - operator: { reply: Hello }
  - turns:
      - ask: STOP
      - operator: { reply: Hello }`);
    expect(view.turns.map(({ faults }) => faults)).toEqual([
      [expect.stringContaining('nobody has written yet')],
      [],
      [expect.stringContaining('opted out')],
    ]);
  });
});
