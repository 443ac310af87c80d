import { DEFAULT_LINE } from '../../config/lines/line.js';
import { LinesService } from '../../lines/lines.service.js';
import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { withoutScheme } from '../../address.js';
import { Clock, iso } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Endpoints } from '../../config/endpoints.js';
import { holdsIn } from '../../mailbox/holds/hold.dto.js';
import { ShownHolds } from '../../mailbox/holds/shown-holds.js';
import { closedOf } from '../../mailbox/outbox/window.js';
import { windowClosed } from '../../mailbox/outbox/window/closed.problem.js';
import { FormerOptOuts } from '../../mailbox/consent/former-opt-outs.js';
import { sharedKeysIn } from '../../env/shared-keys.js';
import type { Scope } from '../../http/admin/scope.js';
import { SessionRepository } from '../../sessions/session.repository.js';
import { HIDDEN, maskSecret, maskSid } from '../../log/mask.js';
import { maskAddressesIn } from '../../log/redaction.js';
import type {
  Diagnosis,
  Refused,
  SendTest,
  SendTestResult,
  TestResult,
} from './diagnostics.dto.js';
import { refuseUnsendable } from './unsendable.js';
import { AcceptedSignatures } from '../signature/accepted-signatures.js';
import { type RefusedSignature, RefusedSignatures } from '../signature/refused-signatures.js';
import { bodyOf, NoAnswer, type TwilioAnswer } from '../sending/twilio-answer.js';
import { MessageLog } from '../sending/message-log.js';
import { answerVerdict } from '../sending/verdict.js';
import { WhatsAppRecords } from '../records/records.store.js';
import { TwilioClient } from '../sending/twilio.client.js';
import { missing, senderOf } from '../sending/whatsapp.channel.js';

/** Milliseconds after which a request to Twilio is given up: an operator waits for the answer. */
const TIMEOUT_MS = 15_000;
const TEXT = 'Recado: this is a test message.';

/** Tells an operator whether Twilio can be reached, and what is wrong when it can't. */
@Injectable()
export class DiagnosticsService {
  private readonly logger = new Logger('WhatsApp');

  constructor(
    private readonly config: BotConfigService,
    private readonly endpoints: Endpoints,
    private readonly twilio: TwilioClient,
    private readonly refused: RefusedSignatures,
    private readonly accepted: AcceptedSignatures,
    private readonly clock: Clock,
    private readonly sessions: SessionRepository,
    private readonly holds: ShownHolds,
    private readonly records: WhatsAppRecords,
    private readonly messageLog: MessageLog,
    private readonly lines: LinesService,
    private readonly former: FormerOptOuts,
  ) {}

  /** Asks Twilio's Accounts API whether the account's SID and auth token are right. */
  async test(): Promise<TestResult> {
    const config = await this.config.fresh();
    if (!config.twilioAccountSid || !config.twilioAuthToken) {
      return { status: 'error', message: 'not configured', twilio: this.advice(missing(config)) };
    }
    const call = { method: 'get' as const, path: '.json', deadline: this.deadline() };
    const answer = await this.ask('test', this.twilio.sendAsAccount(config, call));
    if (answer.status === 200) return { status: 'ok' };
    const message = answer.status ? `HTTP ${answer.status}` : 'no answer';
    return { status: 'error', message, twilio: answer.body };
  }

  /**
   * The configuration with its secrets masked, the missing variables and the refused requests. Only
   * the scope `admin` sees how the token ends.
   */
  async diag(scope: Scope = 'admin'): Promise<Diagnosis> {
    const config = await this.config.fresh();
    const { twilioAccountSid: sid, twilioAuthToken: token } = config;
    const absent = absentIn(config);
    const { latest } = this.messageLog;
    const { lines: unset, messages } = await this.lines.unset();
    const keys = sharedKeysIn(config.twilioSharedKeys).map(({ id }) => id);
    const last = this.accepted.last();
    const held = await holdsIn(this.holds);
    return {
      loaded: !!sid && !!token,
      ...(absent.length > 0 && { missing: absent }),
      sid: sid ? maskSid(sid) : null,
      token: token ? (scope === 'admin' ? maskSecret(token, 2) : HIDDEN) : null,
      from: config.twilioWhatsappFrom ?? null,
      api_base: this.endpoints.twilioApiBase,
      webhook_url: this.endpoints.webhookUrl,
      status_callback_url: this.endpoints.statusCallbackUrl ?? null,
      account_hold: held.account,
      ...(held.lines.length > 0 && { held_lines: held.lines }),
      ...(keys.length > 0 && { shared_keys: keys }),
      ...(unset.length > 0 && { unset_lines: unset, unset_waiting: messages }),
      ...(last && { last_webhook: { at: iso(last.at), signed_with: last.signedBy } }),
      ...(latest && { message_log: { at: iso(latest.at), problem: latest.problem ?? null } }),
      refused_signatures: this.refused.list().map(viewOf),
    };
  }

  /**
   * Sends one message without the mailbox, and returns Twilio's answer unchanged.
   * Throws a `Problem` (409) when the person opted out, nothing reaches them, or they wrote last more
   * than 24 hours ago.
   */
  async sendTest({ to, text = TEXT, line: name }: SendTest): Promise<SendTestResult> {
    const line = name === DEFAULT_LINE ? undefined : name;
    const config = await this.config.fresh(line);
    const waId = withoutScheme(to);
    const [known] = await this.sessions.conversations({ waId, line: line ?? DEFAULT_LINE }, 1);
    await refuseUnsendable(waId, line, this.sessions, this.former);
    const { lastInboundAt, windowRefusedAt: refusedAt } = known ?? {};
    // Who never wrote to this installation may have written to the number.
    if (closedOf({ lastInboundAt, refusedAt, now: this.clock.now() })) throw windowClosed();
    const wrong = missing(config);
    if (wrong) return reply({ status: null, body: this.advice(wrong) });
    const form = { To: to, Body: text, ...senderOf(config) };
    const id = await this.record(config, waId, text);
    const call = { path: '/Messages.json', form, deadline: this.deadline() };
    const answer = await this.ask(
      'send-test',
      this.twilio.send(config, { method: 'post', ...call }),
    );
    await this.recordEnd(id, answer);
    return reply(answer);
  }

  /** Before the request leaves: it stands in Twilio's list like an answer, which is told from it. */
  private async record(config: BotConfig, to: string, body: string): Promise<string> {
    const id = randomUUID();
    const [from] = Object.values(senderOf(config));
    await this.records.beginTest({ id, to, from, account: config.twilioAccountSid!, body });
    return id;
  }

  /** What became of a request without a clear answer stays open. */
  private async recordEnd(id: string, { status, body }: Reply): Promise<void> {
    const verdict = answerVerdict({ status: status ?? 0, body });
    if (verdict.kind === 'unknown') return;
    await this.records.endTest(id, verdict.sid ?? null).catch((error: Error) => {
      this.logger.warn(`A test message's id could not be stored: ${error.message}`);
    });
  }

  private async ask(what: string, asked: Promise<TwilioAnswer>): Promise<Reply> {
    try {
      const { status, body } = await asked;
      if (status < 200 || status > 299) this.log(what, status, body);
      return { status, body };
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.logger.warn(`${what}: no answer from Twilio: ${maskAddressesIn(error.message)}`);
      return { status: null, body: error.message };
    }
  }

  private log(what: string, status: number, body: unknown): void {
    const { message, code, more_info } = bodyOf(body);
    const masked = typeof message === 'string' ? maskAddressesIn(message) : undefined;
    this.logger.warn({ status, code, message: masked, more_info }, `${what}: Twilio refused`);
  }

  private advice(verdict: ReturnType<typeof missing>): string | undefined {
    return verdict && 'error' in verdict ? verdict.error.action : undefined;
  }

  private deadline(): number {
    return this.clock.now() + TIMEOUT_MS;
  }
}

function viewOf({ at, url, reason, hint }: RefusedSignature): Refused {
  return { at: iso(at), url, reason, hint: hint ?? null };
}

/** The variables that must still be set before the webhook and sending work. */
function absentIn(config: BotConfig): string[] {
  const { twilioAccountSid: sid, twilioAuthToken: token } = config;
  const sender = Object.keys(senderOf(config)).length > 0;
  return [
    ...(sid ? [] : ['TWILIO_ACCOUNT_SID']),
    ...(token ? [] : ['TWILIO_AUTH_TOKEN']),
    ...(sender ? [] : ['TWILIO_WHATSAPP_FROM']),
  ];
}

interface Reply {
  status: number | null;
  body: unknown;
}

function reply({ status, body }: Reply): SendTestResult {
  const ok = status !== null && status >= 200 && status < 300;
  return { status: ok ? 'ok' : 'error', twilio: { ok, status, body } };
}
