import { Injectable } from '@nestjs/common';
import { hoursAnswer } from '../../chat/now/hours-answer.js';
import { businessNow } from '../../chat/now/business-now.js';
import { ok, type Result, skipped } from '../../checks/finding.js';
import { Clock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { OpeningHours } from '../../config/opening-hours/opening-hours.js';
import { wordsOf } from '../../language/language.js';

/** Tells how opening hours are understood: what a customer would be told who asks for them now. */
@Injectable()
export class HoursReader {
  constructor(private readonly clock: Clock) {}

  read({ openingHours, language: setting, timeZone }: BotConfig): Result {
    if (!openingHours) return skipped('none are set: the hours are those of the documents');
    const language = setting === 'auto' ? 'en' : setting;
    const answer = hoursAnswer({
      question: wordsOf(language).asking.openingHours,
      language,
      now: businessNow(this.clock.now(), timeZone),
      setting: new OpeningHours(openingHours),
      sections: [],
    });
    return ok(answer?.text ?? openingHours);
  }
}
