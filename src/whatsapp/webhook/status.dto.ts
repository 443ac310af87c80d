import { ApiPropertyOptional } from '@nestjs/swagger';
import { Problem } from '../../http/problems/problem.js';
import type { StatusUpdate } from '../../mailbox/outbox/status-update.js';
import { type Form, first } from './form.js';
import { isOutbound, progressOf } from './status-progress.js';
import { isFailure } from '../sending/failed-status.js';
import { failureVerdict } from '../sending/verdict.js';

const SID = /^[A-Za-z0-9]{1,64}$/;
const STATUS = /^[a-z_]{1,32}$/;

/**
 * The form that Twilio posts when a message's status changes
 * (https://www.twilio.com/docs/messaging/guides/track-outbound-message-status).
 */
export class StatusForm {
  @ApiPropertyOptional({
    pattern: SID.source,
    description: 'Or SmsSid',
    example: 'SM0123456789abcdef0123456789abcdef',
  })
  MessageSid?: string;
  @ApiPropertyOptional({
    pattern: STATUS.source,
    description: 'Or SmsStatus',
    example: 'delivered',
  })
  MessageStatus?: string;
  @ApiPropertyOptional({
    description: 'Of `failed`, `undelivered` and `canceled`',
    example: '63016',
  })
  ErrorCode?: string;
  @ApiPropertyOptional()
  ErrorMessage?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The status update that a callback holds. Throws a `Problem` (400) without a SID or a status. */
export function statusOf(form: Form, attempt: unknown): StatusUpdate {
  const sid = first(form.MessageSid) ?? first(form.SmsSid) ?? '';
  const status = statusIn(form);
  if (!SID.test(sid)) throw bad('MessageSid');
  if (!STATUS.test(status)) throw bad('MessageStatus');
  const update: StatusUpdate = { sid, status, progress: progressOf(status) };
  if (typeof attempt === 'string' && UUID.test(attempt)) update.attempt = attempt.toLowerCase();
  if (isFailure(status)) update.failure = failureOf(status, form);
  return update;
}

/** Whether a form is surely a status callback: it says how far a message of ours is, and has no text. */
export function isStatus(form: Form): boolean {
  return form.Body === undefined && isOutbound(statusIn(form));
}

/** Whether a form is a message that somebody wrote. */
export function isReceived(form: Form): boolean {
  return form.Body !== undefined && statusIn(form) === 'received';
}

function statusIn(form: Form): string {
  return first(form.MessageStatus) ?? first(form.SmsStatus) ?? '';
}

function failureOf(status: string, form: Form) {
  const code = Number(first(form.ErrorCode));
  const message = first(form.ErrorMessage) ?? first(form.ChannelStatusMessage);
  return failureVerdict(status, Number.isSafeInteger(code) && code > 0 ? code : undefined, message);
}

function bad(field: string): Problem {
  const errors = [{ field, message: 'must be given' }];
  return new Problem(400, 'Bad Request', `${field} must be given`, { errors });
}
