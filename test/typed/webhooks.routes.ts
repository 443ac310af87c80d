import { expect, it } from 'vitest';
import { OtherSystems } from '../support/announcing/other-systems.js';
import type { Api } from './generated-client.js';

/** The routes of webhooks, each called by the client that the document gives. */
export function webhookRoutes(api: () => Api, somethingIsWritten: () => Promise<unknown>): void {
  it('adds an endpoint, tests it, changes it, and decides about what it did not take', async () => {
    const systems = await OtherSystems.start();
    const body = { url: systems.at('/hook'), types: ['message.received' as const] };
    const added = await api().endpointsControllerAdd({ body });
    expect([added.response!.status, added.data]).toMatchObject([201, { ...body, enabled: true }]);
    const { secret: _, ...shown } = added.data!;
    const path = { id: shown.id };
    expect((await api().endpointsControllerOne({ path })).data).toEqual(shown);
    expect((await api().endpointsControllerList()).data!.items).toContainEqual(shown);
    const tested = await api().deliveriesControllerTest({ path });
    expect(tested.data).toEqual({ delivered: true, error: null });
    systems.answers.set('/hook', 410);
    await somethingIsWritten();
    const query = { state: 'failed' as const, endpoint_id: shown.id };
    const failed = async () => (await api().deliveriesControllerList({ query })).data!.items;
    await expect.poll(async () => (await failed()).length).toBeGreaterThan(0);
    const { id } = (await failed())[0];
    systems.answers.delete('/hook');
    const change = { enabled: true, description: 'Help desk' };
    const changed = await api().endpointsControllerChange({ path, body: change });
    expect(changed.data).toEqual({ ...shown, ...change });
    const retried = await api().deliveriesControllerRetry({ path: { id } });
    expect(retried.response!.status).toBe(204);
    await expect.poll(async () => (await failed()).map((one) => one.id)).not.toContain(id);
    systems.answers.set('/hook', 410);
    await somethingIsWritten();
    await expect.poll(async () => (await failed()).length).toBeGreaterThan(0);
    for (const one of await failed())
      await api().deliveriesControllerDiscard({ path: { id: one.id } });
    expect(await failed()).toEqual([]);
    await api().endpointsControllerRemove({ path });
    const gone = await api().endpointsControllerRemove({ path });
    expect(gone.error).toMatchObject({ status: 404 });
    await systems.close();
  });
}
