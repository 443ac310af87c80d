import { expect, it } from 'vitest';
import { ADMIN_TOKEN } from '../support/app.js';
import type { Api } from './generated-client.js';

/** The routes of tokens, keys and the audit log, each called by the client that the document gives. */
export function accessRoutes(api: () => Api): void {
  const tokens = async () => (await api().tokensControllerList()).data!.items;

  it('makes a named token, lists it, and revokes it', async () => {
    const body = { name: 'help desk', scope: 'read', expires_in_days: 2 } as const;
    const made = await api().tokensControllerMake({ body });
    const { token: auth, ...shown } = made.data!;
    expect(made.response!.status).toBe(201);
    expect(shown).toMatchObject({ name: 'help desk', scope: 'read', created_by: 'ADMIN_TOKEN' });
    expect(await tokens()).toContainEqual(shown);
    const taken = await api().tokensControllerMake({ body });
    expect(taken.error).toMatchObject({ status: 409, errors: [{ field: 'name' }] });
    const refused = await api().tokensControllerList({ auth });
    expect(refused.error).toMatchObject({ status: 403 });
    const path = { id: shown.id };
    expect((await api().tokensControllerRevoke({ path })).response!.status).toBe(204);
    expect(await tokens()).not.toContainEqual(expect.objectContaining(path));
    await expect
      .poll(async () => (await api().budgetControllerCurrent({ auth })).response!.status)
      .toBe(401);
    const gone = await api().tokensControllerRevoke({ path });
    expect(gone.error).toMatchObject({ status: 404 });
  });

  it('shows which keys are in use, and makes the next admin token', async () => {
    const given = { secret_key_from: 'environment', admin_token_from: 'environment' };
    const before = (await api().keysControllerShow()).data!;
    expect(before).toMatchObject({ ...given, admin_token_next: null, lost: [] });
    expect(before.nodes).toMatchObject([{ own: true, secret_key_next: null }]);
    const secret = await api().keysControllerSecret();
    expect(secret.error).toMatchObject({
      status: 409,
      detail: expect.stringMatching(/^SECRET_KEY/),
    });
    const { token, ...changed } = (await api().keysControllerAdmin({ body: {} })).data!;
    expect(changed.former).toMatchObject({ scope: 'admin', last_used_at: null });
    for (const auth of [token!, ADMIN_TOKEN]) {
      const { data } = await api().keysControllerShow({ auth });
      expect(data!.admin_token_next).toBe(changed.admin_token);
    }
    const wrong = await api().keysControllerAdmin({ body: { at_once: 'x' as never } });
    expect(wrong.error).toMatchObject({ status: 400, errors: [{ field: 'at_once' }] });
    for (const { id, name } of await tokens())
      if (name.includes('ADMIN_TOKEN')) await api().tokensControllerRevoke({ path: { id } });
    expect((await api().keysControllerShow()).data!.admin_token_next).toBeNull();
  });

  it('tells what was done, page by page, and that nothing of it was changed', async () => {
    const body = { name: 'auditor', scope: 'read' } as const;
    const { id } = (await api().tokensControllerMake({ body })).data!;
    await api().tokensControllerRevoke({ path: { id } });
    const done = await api().auditControllerList({ query: { target: id } });
    const revoked = { action: 'DELETE /api/v1/tokens/:id', target: id, status: 204, by: 'token' };
    expect(done.data!.items).toMatchObject([revoked]);
    const query = { limit: 1, name: 'ADMIN_TOKEN' };
    const first = (await api().auditControllerList({ query })).data!;
    expect(first.items).toEqual(done.data!.items);
    const cursor = first.next_cursor!;
    const second = await api().auditControllerList({ query: { ...query, cursor } });
    const made = { action: 'POST /api/v1/tokens', fields: ['name', 'scope'], status: 201 };
    expect(second.data!.items).toMatchObject([made]);
    const { data } = await api().auditControllerVerify();
    expect(data).toMatchObject({ intact: true, entries: data!.last_seq, broken_at: null });
    const wrong = await api().auditControllerList({ query: { cursor: 'x' } });
    expect(wrong.error).toMatchObject({ status: 400, errors: [{ field: 'cursor' }] });
  });
}
