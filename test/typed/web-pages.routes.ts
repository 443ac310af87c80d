import { expect, it, vi } from 'vitest';
import { Egress } from '../../src/egress/egress.js';
import type { Api } from './generated-client.js';

/** The calls that fetch pages of the web, which is played here. */
export function webPageRoutes(api: () => Api): void {
  it('fetches a page, again, and not from everywhere', async () => {
    const bytes = Buffer.from('# Wifi\n\nIt is free in the café.');
    const found = { url: 'https://shop.example/', contentType: 'text/markdown', bytes };
    vi.spyOn(Egress.prototype, 'get').mockResolvedValue(found);
    const put = (url: string) => api().webPagesControllerPut({ body: { url } });
    const added = await put('https://shop.example/');
    const again = await put('https://shop.example/#top');
    expect([added.response!.status, again.response!.status]).toEqual([201, 200]);
    expect(added.data).toMatchObject({ name: 'https://shop.example/', title: 'Wifi' });
    expect(again.data).toEqual({ ...added.data!, outcome: 'unchanged' });
    vi.restoreAllMocks();
    const refused = await put('http://127.0.0.1/');
    expect(refused.error).toMatchObject({ status: 400, errors: [{ field: 'url' }] });
    await api().documentsControllerRemove({ path: { id: added.data!.id } });
  });
}
