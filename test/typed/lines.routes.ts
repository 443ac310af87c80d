import { expect, it } from 'vitest';
import type { Api } from './generated-client.js';

const LINE = '+15005550077';

/** The calls that set lines up, list them, and take them away. */
export function linesRoutes(api: () => Api): void {
  it('sets a line up, lists it, and takes it away', async () => {
    const path = { id: LINE };
    const put = await api().linesControllerPut({
      path,
      body: { name: 'Valencia', language: 'es' },
    });
    expect(put.data).toMatchObject({ id: LINE, language: 'es' });
    const shown = await api().linesControllerShow({ path });
    expect(shown.data!.sources).toMatchObject({ language: 'line', bot_name: 'default' });
    const states = async () =>
      (await api().linesControllerList()).data!.items.map(({ id, state }) => [id, state]);
    expect(await states()).toContainEqual([LINE, 'set_up']);
    await api().linesControllerRemove({ path });
    expect(await states()).not.toContainEqual([LINE, 'set_up']);
  });
}
