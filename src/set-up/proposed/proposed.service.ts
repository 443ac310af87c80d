import { Injectable } from '@nestjs/common';
import { model } from '../../checks/answers.check.js';
import { inTime, type Result, skipped } from '../../checks/finding.js';
import type { Installation } from '../../checks/installation.js';
import { twilio } from '../../checks/twilio/account.check.js';
import { ownSender } from '../../checks/twilio/own-sender.check.js';
import type { BotConfigUpdate } from '../../config/bot-config.dto.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Endpoints } from '../../config/endpoints.js';
import { type Field, fieldNames, settingOf } from '../../config/fields.js';
import { ThisInstallation } from '../this-installation.js';
import { HoursReader } from './hours-reader.js';
import { PROPOSED, type ProposedFindings, type ProposedPart } from './proposed.dto.js';

/** Milliseconds that a model is waited for here at most: somebody looks at a button. */
const MODEL_MS = 25_000;

/** The fields that a part is made of. */
const FIELDS: Record<ProposedPart, (field: Field) => boolean> = {
  twilio: (field) => settingOf(field).twilio === 'credential' || field === 'twilio_api_key_secret',
  sender: (field) => field === 'twilio_whatsapp_from' || field === 'twilio_messaging_service_sid',
  model: (field) => field === 'chat_model' || field === 'llm_timeout_ms',
  opening_hours: (field) => field === 'opening_hours' || field === 'time_zone',
};

const UNCHANGED = skipped('not tried: it is not changed');

/** Tries a configuration that isn't saved. */
@Injectable()
export class ProposedService {
  constructor(
    private readonly config: BotConfigService,
    private readonly here: ThisInstallation,
    private readonly hours: HoursReader,
    private readonly endpoints: Endpoints,
  ) {}

  /** One finding for each part. Throws a `Problem` for fields that don't fit together. */
  async test(update: BotConfigUpdate): Promise<ProposedFindings> {
    const installation = this.here.with(await this.config.proposed(update));
    const results = await this.results(installation, new Set(this.wanted(update)));
    const items = PROPOSED.map((name) => ({ name, ...viewOf(results[name]) }));
    return { items };
  }

  /** Without fields, all; but in simulator mode Twilio itself is asked of an account only that is given. */
  private wanted(update: BotConfigUpdate): ProposedPart[] {
    const touched = fieldNames.filter((field) => update[field] !== undefined);
    if (touched.length) return PROPOSED.filter((part) => touched.some(FIELDS[part]));
    return this.endpoints.simulator ? ['model', 'opening_hours'] : [...PROPOSED];
  }

  /** Whether the account has the sender is asked with the account that is proposed. */
  private async results(
    installation: Installation,
    wanted: Set<ProposedPart>,
  ): Promise<Record<ProposedPart, Result>> {
    const asksTwilio = wanted.has('twilio') || wanted.has('sender');
    const [[account, sender], answer] = await Promise.all([
      asksTwilio ? this.atTwilio(installation) : [UNCHANGED, UNCHANGED],
      wanted.has('model') ? this.model(installation) : UNCHANGED,
    ]);
    const hours = wanted.has('opening_hours') ? this.hours.read(installation.config) : UNCHANGED;
    return { twilio: account, sender, model: answer, opening_hours: hours };
  }

  private async atTwilio(installation: Installation): Promise<[account: Result, sender: Result]> {
    const account = await inTime(() => this.account(installation));
    const accountTaken = account.status === 'ok';
    return [account, await inTime(() => ownSender({ ...installation, accountTaken }))];
  }

  private async account(installation: Installation): Promise<Result> {
    const { twilioAccountSid, twilioAuthToken } = installation.config;
    if (!twilioAccountSid && !twilioAuthToken) return skipped('no account is named');
    return twilio(installation);
  }

  private async model({ config, ...rest }: Installation): Promise<Result> {
    const ms = Math.min(config.llmTimeoutMs, MODEL_MS);
    const found = await inTime(
      () => model({ ...rest, config: { ...config, llmTimeoutMs: ms } }),
      ms + 2000,
    );
    const isSlow = ms < config.llmTimeoutMs && /gave no answer within/.test(found.detail);
    return isSlow
      ? skipped(`no answer within ${ms / 1000} s; it may take longer than this test`)
      : found;
  }
}

function viewOf({ status, detail, cure }: Result) {
  return { status: status === 'wrong' ? ('failed' as const) : status, detail, cure: cure ?? null };
}
