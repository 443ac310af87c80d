import { Injectable, Logger } from '@nestjs/common';
import { withScheme } from '../../address.js';
import type { BotConfig } from '../../config/bot-config.js';
import { Clock } from '../../clock.js';
import { reconciled } from '../../metrics.js';
import type { StatusUpdate } from '../../mailbox/outbox/status-update.js';
import { StatusUpdatesService } from '../../mailbox/outbox/status-updates.service.js';
import { Signals } from '../../mailbox/queue/signals.js';
import type { Evidence } from '../../mailbox/turns/evidence.js';
import type { ListedMessage } from '../../whatsapp/sending/listed-message.js';
import { LogTrouble, MessageLog } from '../../whatsapp/sending/message-log.js';
import { isFailure } from '../../whatsapp/sending/failed-status.js';
import { failureVerdict } from '../../whatsapp/sending/verdict.js';
import { progressOf } from '../../whatsapp/webhook/status-progress.js';
import { evidenceAfter, failedLook } from './evidence.js';
import { readBack } from '../listing.js';
import { againIn, isSurelyAbsent } from './look-times.js';
import { byTwilio, judge, LATER_MS, type OpenAttempt } from './matching.js';
import { type DueLook, ReconciliationStore } from '../reconciliation.store.js';

/** Attempts that one round looks for. */
const LOOKS = 20;
/** Milliseconds until an attempt is looked for again whose look failed. */
const AFTER_TROUBLE_MS = 60_000;
const OTHER_ACCOUNT = 'It was sent by another account than the one that is configured now.';

/** Looks for sends of unknown outcome in Twilio's list, and settles those that are surely there. */
@Injectable()
export class SendsService {
  private readonly logger = new Logger('Reconciliation');

  constructor(
    private readonly store: ReconciliationStore,
    private readonly log: MessageLog,
    private readonly updates: StatusUpdatesService,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /**
   * Looks for what is due while `mayGoOn`. Throws `LogTrouble` while Twilio's list can't be read, and
   * what the store throws.
   */
  async round(config: BotConfig, mayGoOn: () => boolean): Promise<void> {
    const { now, looks } = await this.store.due(LOOKS);
    const ahead = now - this.clock.now();
    for (const look of looks) {
      if (!mayGoOn()) return;
      await this.look(look, config, ahead, mayGoOn);
    }
  }

  /** `ahead`: by how many milliseconds the store's clock is ahead of ours. */
  private async look(
    due: DueLook,
    config: BotConfig,
    ahead: number,
    mayGoOn: () => boolean,
  ): Promise<void> {
    const now = this.clock.now() + ahead;
    if (due.attempt.account !== config.twilioAccountSid)
      return this.keep(due, failedLook(due, now, OTHER_ACCOUNT), now);
    try {
      await this.compare(due, config, now, mayGoOn);
    } catch (error) {
      if (error instanceof LogTrouble)
        await this.keep(due, failedLook(due, now, error.message), now, AFTER_TROUBLE_MS);
      throw error;
    }
  }

  /**
   * What belongs to others is read after the list: whoever sends meanwhile isn't in it, and whoever
   * sent before is known or open by now.
   */
  private async compare(
    due: DueLook,
    config: BotConfig,
    now: number,
    mayGoOn: () => boolean,
  ): Promise<void> {
    const { attempt } = due;
    const sent = { to: withScheme(attempt.to) };
    const { messages, complete, twilioNow } = await readBack(
      (next) => this.log.page(sent, next),
      (clock) => attempt.begunAt + ((clock ?? now) - now) - LATER_MS,
      mayGoOn,
    );
    const offset = (twilioNow ?? now) - now;
    const others = await this.store.openTo(attempt.to);
    const sids = messages.filter(({ inbound }) => !inbound).map(({ sid }) => sid);
    const known = new Set(sids.length ? await this.store.known(attempt.to, sids) : []);
    const ground = { listed: messages, known, others: others.map((one) => byTwilio(one, offset)) };
    const judgement = judge(byTwilio(attempt, offset), ground);
    if (judgement.message && complete) return this.settle(attempt, judgement.message);
    const evidence = evidenceAfter(due, now, complete, judgement);
    if (await this.resent(due, evidence, config, now)) return;
    await this.keep(due, evidence, now);
  }

  /** As the message's callback would have done. */
  private async settle(attempt: OpenAttempt, message: ListedMessage): Promise<void> {
    await this.updates.take(updateOf(attempt, message));
    const { sid, status } = message;
    const facts = { attempt: attempt.id, sid, status };
    this.logger.log(facts, "A send of unknown outcome was found in Twilio's list");
    reconciled.inc({ what: 'settled' });
  }

  private async resent(due: DueLook, evidence: Evidence, config: BotConfig, now: number) {
    if (config.uncertainSends !== 'resend' || !due.uncertain) return false;
    if (!isSurelyAbsent(evidence, now)) return false;
    const again = { ...evidence, resends: evidence.resends + 1 };
    if (!(await this.store.resend(due.partId, again))) return false;
    this.logger.warn(
      { attempt: due.attempt.id, looks: evidence.looks },
      "A send of unknown outcome isn't in Twilio's list and goes out again (uncertain_sends)",
    );
    reconciled.inc({ what: 'resent' });
    this.signals.wake();
    return true;
  }

  private keep(
    { partId, attempt }: DueLook,
    evidence: Evidence,
    now: number,
    again = againIn(now - attempt.begunAt),
  ): Promise<void> {
    return this.store.keepLook(partId, evidence, again);
  }
}

function updateOf({ id }: OpenAttempt, message: ListedMessage): StatusUpdate {
  const { sid, status, errorCode, errorMessage } = message;
  const listed = true as const;
  const update = { sid, status, progress: progressOf(status), attempt: id, listed };
  if (!isFailure(status)) return update;
  return { ...update, failure: failureVerdict(status, errorCode, errorMessage) };
}
