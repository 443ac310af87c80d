import { Logger } from '@nestjs/common';
import { afterEach, expect, it, vi } from 'vitest';
import { SystemClock } from '../../clock.js';
import type { BotConfigService } from '../../config/bot-config.service.js';
import type { Endpoints } from '../../config/endpoints.js';
import type { LinesService } from '../../lines/lines.service.js';
import type { ShownHolds } from '../../mailbox/holds/shown-holds.js';
import type { FormerOptOuts } from '../../mailbox/consent/former-opt-outs.js';
import type { SessionRepository } from '../../sessions/session.repository.js';
import type { WhatsAppRecords } from '../records/records.store.js';
import type { MessageLog } from '../sending/message-log.js';
import { NoAnswer, type TwilioAnswer } from '../sending/twilio-answer.js';
import type { TwilioClient } from '../sending/twilio.client.js';
import type { AcceptedSignatures } from '../signature/accepted-signatures.js';
import type { RefusedSignatures } from '../signature/refused-signatures.js';
import { DiagnosticsService } from './diagnostics.service.js';

const SID = `AC${'1'.repeat(32)}`;
const FROM = 'whatsapp:+14155238886';

/** Sends a test message; gives its result, what was logged, and what happened in which order. */
async function sentTest(answer: TwilioAnswer | Error, text?: string) {
  const warn = vi.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
  const events: unknown[] = [];
  const config = { twilioAccountSid: SID, twilioAuthToken: 'x', twilioWhatsappFrom: FROM };
  const send = async () => {
    events.push('request');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const records = {
    beginTest: async (test: object) => void events.push(test),
    endTest: async (_: string, sid: string | null) => void events.push(sid),
  };
  const service = new DiagnosticsService(
    { fresh: async () => config } as unknown as BotConfigService,
    {} as Endpoints,
    { send } as unknown as TwilioClient,
    {} as RefusedSignatures,
    {} as AcceptedSignatures,
    new SystemClock(),
    { conversations: async () => [] } as unknown as SessionRepository,
    {} as ShownHolds,
    records as unknown as WhatsAppRecords,
    {} as MessageLog,
    {} as LinesService,
    { knows: async () => false } as unknown as FormerOptOuts,
  );
  const result = await service.sendTest({ to: 'whatsapp:+15005550006', text });
  return { result, events, logged: JSON.stringify(warn.mock.calls) };
}

const begun = expect.objectContaining({ to: '+15005550006', from: FROM, account: SID });

afterEach(() => void vi.restoreAllMocks());

it('is recorded before its request leaves, and then with its id', async () => {
  const { events } = await sentTest({ status: 201, body: { sid: 'SM1', status: 'queued' } }, 'Hi');
  expect(events).toEqual([begun, 'request', 'SM1']);
  expect(events[0]).toMatchObject({ body: 'Hi' });
});

it('is forgotten when Twilio refuses it', async () => {
  const refused = { status: 400, body: { code: 21211, message: 'no' } };
  expect((await sentTest(refused)).events).toEqual([begun, 'request', null]);
});

it('is known by its id when it failed at once, as it stands in the list', async () => {
  const failed = { status: 201, body: { sid: 'SM2', status: 'failed', error_code: 63007 } };
  expect((await sentTest(failed)).events).toEqual([begun, 'request', 'SM2']);
});

it.each([[{ status: 500, body: 'oops' }], [new NoAnswer(true, 'no answer in time')]])(
  'stays open when nobody knows what became of it (%#)',
  async (answer) => {
    expect((await sentTest(answer)).events).toEqual([begun, 'request']);
  },
);

it('shows an error as it is, and logs it without the person', async () => {
  const message = 'whatsapp:+15005550001 is not valid';
  const refusal = { code: 21211, message, more_info: 'https://x/21211', status: 400 };
  const { result, logged } = await sentTest({ status: 400, body: refusal });
  expect(result).toEqual({ status: 'error', twilio: { ok: false, status: 400, body: refusal } });
  expect(logged).toMatch(/400.*is not valid.*https:\/\/x\/21211/);
  expect(logged).not.toContain('5005550');
});

it('shows that nothing answered', async () => {
  const { result } = await sentTest(new NoAnswer(true, 'no answer in time'));
  const twilio = { ok: false, status: null, body: 'no answer in time' };
  expect(result).toEqual({ status: 'error', twilio });
});
