import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { MAIL, MailService } from '../../../src/announcing/mail/mail.service.js';
import type { BotConfigService } from '../../../src/config/bot-config.service.js';
import { Env } from '../../../src/env/env.js';
import { onBothAnnouncing } from '../../support/announcing/announcing.js';
import { MailServer } from '../../support/announcing/mail-server.js';
import { answered, claimed, draftOf, inbound } from '../../support/stores/mailboxes.js';

const MINUTE = 60_000;

onBothAnnouncing('E-mail to the team', (a) => {
  const { m, clock } = a;
  let server: MailServer;
  beforeAll(async () => void (server = await MailServer.start()));
  afterAll(() => server.close());
  afterEach(() => {
    server.took.length = 0;
    server.refusal = undefined;
  });

  /** Writes to the team; what is written to the store is heard of from then on. */
  async function mail(more: Partial<Env> = {}): Promise<MailService> {
    const config = { current: async () => ({ botName: 'Sol', language: 'auto' }) };
    const env = Object.assign(new Env(), {
      SMTP_URL: server.address,
      MAIL_FROM: 'Recado <recado@shop.example>',
      MAIL_TO: 'team@shop.example, boss@shop.example',
      TIME_ZONE: 'UTC',
      ...more,
    });
    const stores = [a.targets, a.announcements, a.subjects] as const;
    const service = new MailService(...stores, config as unknown as BotConfigService, clock, env);
    clock.time += MINUTE * 60;
    await service.round();
    if (env.SMTP_URL) await a.node();
    return service;
  }

  async function waits(text = 'My name is Ada') {
    const { conversationId } = await m.intake.accept(inbound({ text, profileName: 'Ada' }));
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    await m.turns.answer(held, draftOf(waiting, { handover: { reason: 'asked' } }));
    return conversationId;
  }

  async function fails() {
    const { held, draft, conversationId } = await answered(m);
    await m.turns.giveUp(held, draft.turnId, 'It broke.');
    return conversationId;
  }

  const news = async (count: number) => {
    const due = () => a.announcements.page(50, { state: 'waiting', targetId: MAIL });
    await expect.poll(async () => (await due()).items.length).toBe(count);
  };

  test('is one of all that happened, with links, and without what is personal', async () => {
    const service = await mail();
    const one = await waits();
    const two = await waits();
    const failed = await fails();
    await news(3);
    await service.round();
    expect(server.took).toHaveLength(1);
    const [{ to, from, subject, text }] = server.took;
    expect([to, from]).toEqual([['team@shop.example', 'boss@shop.example'], 'recado@shop.example']);
    expect(subject).toMatch(/2.people.wait.*1.answer.failed/i);
    for (const id of [one, two, failed])
      expect(text).toContain(`https://recado.example/console/inbox/${id}`);
    expect(text).not.toMatch(/Ada|\+1500|hola/);
    expect(await a.announcements.counts()).toEqual({ waiting: 0, failed: 0 });
  });

  test('comes at most once in some minutes: what came meanwhile is in the next one', async () => {
    const service = await mail();
    await waits();
    await news(1);
    await service.round();
    await waits();
    await waits();
    await news(2);
    clock.time += 5 * MINUTE - 1;
    await service.round();
    expect(server.took).toHaveLength(1);
    // Another process, or the next one, knows when the last mail went out.
    await mail();
    expect(server.took).toHaveLength(2);
    expect(server.took[1].subject).toMatch(/2.people.wait/);
  });

  test('says nothing of who was seen to meanwhile', async () => {
    const service = await mail();
    const id = await waits();
    await news(1);
    await m.takeover.release(id);
    await service.round();
    expect(server.took).toEqual([]);
    expect(await a.announcements.counts()).toEqual({ waiting: 0, failed: 0 });
  });

  test('leaves nothing of who was erased before, not that nothing was said', async () => {
    const service = await mail();
    const id = await waits();
    await news(1);
    const [one] = (await a.announcements.page(1, { targetId: MAIL })).items;
    await m.erasure.erase(id);
    // Another process derives it a moment later.
    await a.announcements.add([one]);
    await service.round();
    expect(server.took).toEqual([]);
    expect((await a.announcements.page(9, { targetId: MAIL })).items).toEqual([]);
  });

  test('that the server does not take is sent later, and shown once it is given up', async () => {
    const service = await mail();
    await waits();
    await news(1);
    server.refusal = 'Mailbox full';
    await service.round();
    const [one] = (await a.announcements.page(1, { targetId: MAIL })).items;
    expect(one).toMatchObject({ tries: 1, error: expect.stringMatching(/Mailbox full/) });
    for (let tries = 2; tries <= 8; tries++) {
      clock.time += 10 * 60 * MINUTE;
      await service.round();
    }
    const failed = await a.announcements.page(1, { state: 'failed', targetId: MAIL });
    expect(failed.items).toMatchObject([{ tries: 8 }]);
    server.refusal = undefined;
    await a.announcements.again(one.id);
    clock.time += 5 * MINUTE;
    await service.round();
    expect(server.took).toHaveLength(1);
  });

  test('is in the language that the environment names, and none is sent without a server', async () => {
    const service = await mail({ MAIL_LANGUAGE: 'es' });
    const error = { code: 20003, message: 'Wrong.', action: 'Look.' };
    const refusal = { error, heardBy: 'answer', tryInMs: 1, again: false } as const;
    await m.holds.hold(refusal);
    for (const line of ['default', '+15005550001'])
      await m.holds.hold({ ...refusal, error: { code: 63007, message: 'None.' }, line });
    await news(3);
    await service.round();
    expect(server.took[0].text).toMatch(
      /Twilio rechaza la cuenta[^]*20003[^]* principal,[^]*63007[^]* \+15005550001, y sus/,
    );
    for (const { line } of await m.holds.all()) await m.holds.lift(line);
    await mail({ SMTP_URL: undefined });
    expect(await a.targets.all()).toEqual([]);
  });
});
