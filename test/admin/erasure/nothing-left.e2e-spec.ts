import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MailServer } from '../../support/announcing/mail-server.js';
import { OtherSystems } from '../../support/announcing/other-systems.js';
import { TestApp } from '../../support/app.js';
import { STORES } from '../../support/stores/app-settings.js';
import { found, type Kept, keptBy } from './all-kept.js';
import { CANARIES } from './person.js';
import { APPROVED, CORRECTED, RichLife, SETTINGS } from './rich-life.js';

vi.setConfig({ testTimeout: 180_000 });

/** Where something of them is kept while they are there, whatever the store. */
const TABLES = [
  'announcements',
  'audit_log',
  'consent_records',
  'conversations',
  'curated_answers',
  'evaluation_cases',
  'messages',
  'outbox',
  'test_sends',
  'traces',
  'turns',
  'whatsapp_sessions',
];

describe.each(STORES)('Of a sender who is erased, on %s', (store) => {
  let app: TestApp;
  let kept: Kept;
  let life: RichLife;
  let mail: MailServer;
  let systems: OtherSystems;
  let ids: string[];
  beforeAll(async () => {
    [mail, systems] = [await MailServer.start(), await OtherSystems.start()];
    mail.refusal = 'Mailbox full';
    app = await TestApp.start(store, { ...SETTINGS, SMTP_URL: mail.address });
    kept = keptBy(app.env.DATA_DIR!, app.env.MONGODB_URI);
    life = new RichLife(app, systems);
  });
  afterAll(async () => {
    await app?.close();
    await Promise.all([mail?.close(), systems?.close()]);
  });

  const erase = (id: string) => app.admin('delete', `/api/v1/conversations/${id}`).expect(204);
  const list = async (path: string) => (await app.admin('get', path).expect(200)).body.items;

  it('no byte is left: neither number, id, name nor a word', async () => {
    await life.live();
    ids = [life.id, await life.otherConversation(), ...(await life.messageIds())];
    const before = found(await kept.whole(), CANARIES).join();
    for (const one of CANARIES) expect(before).toContain(one);
    const places = found(await kept.rows(), [...CANARIES, ...ids]).join();
    for (const table of TABLES) expect(places).toContain(`${table}: `);
    await erase(ids[0]);
    const other = await app.admin('get', `/api/v1/conversations/${ids[1]}/export`).expect(200);
    expect(other.text).toContain(CANARIES[0]);
    await erase(ids[1]);
    // Callbacks of what was sent last may still come, and a summary that was being made may end.
    await expect.poll(async () => found(await kept.whole(), CANARIES)).toEqual([]);
  });

  it('no id of theirs is left but in the audit log', async () => {
    const places = async () => {
      const { audit_log, ...others } = await kept.rows();
      expect(audit_log).toContain(ids[0]);
      return found(others, ids);
    };
    await expect.poll(places).toEqual([]);
    expect((await list('/api/v1/webhook-deliveries?limit=200')).length).toBe(0);
  });

  it('stays what an operator has made their own, and what they wished of messages', async () => {
    const answers = await list('/api/v1/knowledge/answers?limit=200');
    for (const { question, answer } of [APPROVED, CORRECTED])
      expect(answers).toContainEqual(
        expect.objectContaining({ questions: [question], answer, message_sid: null }),
      );
    expect(await list('/api/v1/knowledge/suggestions')).toEqual([]);
    const none = { words: null, address: null, message_sid: null, conversation_id: null };
    const consent = await list('/api/v1/consent-records');
    expect(consent).toMatchObject([{ kind: 'opted_out', by: 'sender', ...none }]);
    expect(consent[0].person).toMatch(/^[\w-]{43}$/);
    const again = await app.write(life.from, 'Hello?');
    await expect.poll(() => app.outcomes(again)).toEqual([['Hello?', 'opted_out']]);
  });
});
