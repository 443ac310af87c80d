import { Injectable } from '@nestjs/common';
import type { Result } from '../checks/finding.js';
import type { Installation } from '../checks/installation.js';
import { publicUrl } from '../checks/public-url.check.js';
import { senderWebhook } from '../checks/twilio/sender-webhook.check.js';
import { webhookRules } from '../checks/twilio/webhook-rules.check.js';
import { webhook } from '../checks/webhook.check.js';
import { iso } from '../clock.js';
import { ReconciliationStore } from '../reconciliation/reconciliation.store.js';
import { AcceptedSignatures } from '../whatsapp/signature/accepted-signatures.js';
import { ProbeChallenges } from '../whatsapp/signature/probe-challenges.js';
import { type Verdict, verdictOf } from './verdict.js';

/** Whether what people write arrives: the way to us, and what Twilio has of it. */
@Injectable()
export class WebhookLook {
  constructor(
    private readonly challenges: ProbeChallenges,
    private readonly accepted: AcceptedSignatures,
    private readonly records: ReconciliationStore,
  ) {}

  /**
   * Sends a request, signed with our own credential, to the public address, and looks whether it comes
   * back to this installation. No message is made of it, and nothing is kept.
   */
  async test(installation: Installation): Promise<Result> {
    const tested = await webhook(installation, await this.challenges.make());
    if (tested.status !== 'skipped') return tested;
    const reached = await publicUrl(installation);
    return reached.status === 'wrong' ? reached : tested;
  }

  /** The same, and whether Twilio calls that address. */
  async look(installation: Installation): Promise<Verdict> {
    const [tested, atSender, rules] = await Promise.all([
      this.challenges.make().then((challenge) => webhook(installation, challenge)),
      senderWebhook(installation),
      webhookRules(installation),
    ]);
    const fault = [tested, atSender, rules].find(({ status }) => status === 'wrong');
    if (fault) return verdictOf(fault);
    if (tested.status === 'skipped') return verdictOf(tested);
    return atSender.status === 'ok' ? verdictOf(atSender) : this.byWhatCame(installation, atSender);
  }

  /** Where Twilio's side can't be read, what it sent tells. */
  private async byWhatCame(installation: Installation, unread: Result): Promise<Verdict> {
    const { config, endpoints, accountTaken } = installation;
    if (endpoints.simulator) return right(`the simulator writes to ${endpoints.webhookUrl}`);
    if (!accountTaken) return verdictOf(unread);
    const last = this.accepted.last();
    if (last) return right(`Twilio called it, the last time at ${iso(last.at)}`);
    const numbers = await this.records.numbers(config.twilioAccountSid!);
    const first = numbers.find(({ number }) => number === config.twilioWhatsappFrom);
    if (first) return right(`Twilio called it, the first time at ${iso(first.firstWebhookAt)}`);
    const detail = `Twilio has not called it yet; ${unread.detail}`;
    const cure = `Give Twilio ${endpoints.webhookUrl} (POST), then write to the number on WhatsApp.`;
    return { state: 'warning', detail, cure };
  }
}

function right(detail: string): Verdict {
  return { state: 'ok', detail };
}
