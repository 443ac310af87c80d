import { IsOptional, Matches, ValidateBy } from 'class-validator';
import { keptSecret } from '../rules.js';

const MAILBOX = /^(?:[^<>"@\r\n]{0,100} )?<?[^\s<>"@,;]+@[^\s<>"@,;]+>?$/;
const MOST = 10;

/** A server that takes e-mail. The password in it is a secret. */
export function SmtpAddress(): PropertyDecorator {
  const message =
    'must look like smtp://user:password@mail.example:587 or smtps://…, encoded as in a URL';
  const pattern = /^smtps?:\/\/[^\s\p{Cc}]+$/u;
  return keptSecret((target, name) => {
    IsOptional()(target, name as string);
    Matches(pattern, { message })(target, name as string);
    const validate = (value: unknown) =>
      URL.canParse(String(value)) && !!new URL(String(value)).hostname;
    ValidateBy({ name: 'smtp', validator: { validate } }, { message })(target, name as string);
  });
}

/** Addresses of e-mail with commas between them, with a name or without. */
export function Mailboxes(most = MOST): PropertyDecorator {
  const message =
    most === 1
      ? 'must be an address such as Recado <recado@shop.example>'
      : `must be 1 to ${most} addresses such as team@shop.example, with commas between them`;
  const validate = (value: unknown) => {
    const all = mailboxesIn(String(value));
    return all.length > 0 && all.length <= most && all.every((one) => MAILBOX.test(one));
  };
  return (target, name) => {
    IsOptional()(target, name as string);
    ValidateBy({ name: 'mailboxes', validator: { validate } }, { message })(target, name as string);
  };
}

export function mailboxesIn(list: string): string[] {
  return list.split(',').map((one) => one.trim());
}
