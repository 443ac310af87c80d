import { expect, it } from 'vitest';
import { ADMIN_TOKEN } from '../support/app.js';
import type { Described } from './described.js';
import type { Api } from './generated-client.js';

/**
 * The routes of signing in, each called by the client that the document gives. The events' answer is
 * held against the document here: the client would wait until it has ended.
 */
export function sessionRoutes(api: () => Api, described: () => Described): void {
  it('signs in by a link, as a page of the console does, hears events, and signs out', async () => {
    const made = await api().sessionControllerLink();
    expect(made.response!.status).toBe(201);
    const { port, hash } = new URL(made.data!.url);
    const code = hash.replace('#code=', '');
    const headers = { Origin: `http://localhost:${port}` };
    const begun = await api().sessionControllerBegin({ body: { code }, headers });
    expect(begun.data).toMatchObject({ signed_in_by: 'link', language: 'auto' });
    const again = await api().sessionControllerBegin({ body: { code }, headers });
    expect(again.error).toMatchObject({ status: 401 });
    const foreign = { Origin: 'https://evil.example' };
    const refused = await api().sessionControllerBegin({
      body: { token: ADMIN_TOKEN },
      headers: foreign,
    });
    expect(refused.error).toMatchObject({ status: 403 });
    const [Cookie] = begun.response!.headers.getSetCookie()[0].split(';');
    const asPage = { auth: undefined, headers: { ...headers, Cookie } };
    expect((await api().sessionControllerShow(asPage)).data).toEqual(begun.data);
    const address = `http://localhost:${port}/api/v1/events`;
    const events = await fetch(address, { headers: { ...headers, Cookie } });
    expect((await api().sessionControllerEnd(asPage)).response!.status).toBe(204);
    await described().hold('GET', address, events);
    expect((await api().sessionControllerShow(asPage)).error).toMatchObject({ status: 401 });
    expect((await api().sessionControllerShow()).data).toMatchObject({ signed_in_by: 'bearer' });
  });
}
