import { isIP } from 'node:net';
import { Transform } from 'class-transformer';
import { IsInt, IsNumber, IsOptional, Matches, Max, Min, ValidateBy } from 'class-validator';
import { NUMBER } from '../address.js';

/** The form of a value, and the message about it, which follows the variable's name. */
export interface Pattern {
  pattern: RegExp;
  message: string;
}

/** One word, such as a model's name. */
export const WORD = /^[^\s\p{Cc}]+$/u;

/** A phone in E.164, as Twilio names senders on WhatsApp. */
export function whatsAppNumber(example: string): Pattern {
  return { pattern: NUMBER, message: `must look like ${example}` };
}

/**
 * A SID of Twilio: two letters for its kind and 32 hexadecimal digits
 * (https://www.twilio.com/docs/glossary/what-is-a-sid).
 */
export function sid(kind: 'AC' | 'SK' | 'MG' | 'HX'): Pattern {
  const pattern = new RegExp(`^${kind}[0-9a-fA-F]{32}$`);
  return { pattern, message: `must be ${kind} and 32 hexadecimal digits` };
}

/** A whole number within limits. */
export function WholeNumber(min: number, max: number): PropertyDecorator {
  return (target, name) => {
    Transform(({ value }) => (/^\d+$/.test(String(value)) ? Number(value) : value))(target, name);
    IsInt({ message: `must be a whole number from ${min} to ${max}` })(target, name as string);
    Min(min, { message: `must be at least ${min}` })(target, name as string);
    Max(max, { message: `must be at most ${max}` })(target, name as string);
  };
}

/** A number from 0 to 1. */
export function Share(): PropertyDecorator {
  const message = 'must be a number from 0 to 1';
  return (target, name) => {
    Transform(({ value }) => (/^\d*\.?\d+$/.test(String(value)) ? Number(value) : value))(
      target,
      name,
    );
    IsNumber({}, { message })(target, name as string);
    Min(0, { message })(target, name as string);
    Max(1, { message })(target, name as string);
  };
}

function Text({ pattern, message }: Pattern): PropertyDecorator {
  return (target, name) => {
    IsOptional()(target, name as string);
    Matches(pattern, { message })(target, name as string);
  };
}

/** An http or https address that paths are joined to. A slash at its end is removed. */
export function BaseAddress(): PropertyDecorator {
  const message = 'must be an http or https address without user, query or fragment';
  return (target, name) => {
    Transform(({ value }) => String(value).replace(/\/+$/, ''))(target, name);
    Address((url) => !url.username && !url.password && !/[?#]/.test(url.href), message)(
      target,
      name,
    );
  };
}

/** An http or https address that is called unchanged. */
export function WebAddress(): PropertyDecorator {
  return Address(() => true, 'must be an http or https address');
}

function Address(fits: (url: URL) => boolean, message: string): PropertyDecorator {
  const validate = (value: unknown) =>
    /^https?:\/\/[^\s\p{Cc}]+$/iu.test(String(value)) &&
    URL.canParse(String(value)) &&
    fits(new URL(String(value)));
  return (target, name) => {
    IsOptional()(target, name as string);
    ValidateBy({ name: 'address', validator: { validate } }, { message })(target, name as string);
  };
}

/** The names of the variables that hold a secret. */
export const secretNames = new Set<string>();

/** A rule for a secret: the variable is also added to `secretNames`. */
export function keptSecret(rule: PropertyDecorator): PropertyDecorator {
  return (target, name) => {
    secretNames.add(String(name));
    rule(target, name);
  };
}

/** A token or a key. It is used in headers and signatures, so a space in it is a copying error. */
export function Secret(): PropertyDecorator {
  const message = 'must be of visible ASCII characters, without spaces';
  return keptSecret(Text({ pattern: /^[\x21-\x7e]+$/, message }));
}

/** One word, such as a model's name. */
export function Word(): PropertyDecorator {
  return Text({ pattern: WORD, message: 'must be one word, without spaces' });
}

/** Whether a name is one of the time zone database (IANA), such as Europe/Madrid. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
}

export const TIME_ZONE_MESSAGE =
  'must be a time zone such as Europe/Madrid or America/Bogota (IANA), or UTC';

/** A time zone by its name. */
export function TimeZone(): PropertyDecorator {
  const validate = (value: unknown) => isTimeZone(String(value));
  return ValidateBy({ name: 'zone', validator: { validate } }, { message: TIME_ZONE_MESSAGE });
}

/** A path in the file system. */
export function Path(): PropertyDecorator {
  return Text({ pattern: /^\P{Cc}+$/u, message: 'must be a path, without control characters' });
}

/** A host name or an address to listen on. */
export function Host(): PropertyDecorator {
  const message = 'must be a host name or an address, without port and brackets';
  return Text({ pattern: /^[\w.:%-]+$/, message });
}

/** Hosts, with a port or without, and commas between them. */
export function Hosts(): PropertyDecorator {
  const message =
    'must be hosts such as helpdesk.internal or 10.0.0.5:8080, with commas between them';
  const validate = (value: unknown) =>
    String(value)
      .split(',')
      .every((one) => !one.trim() || /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(one.trim()));
  return ValidateBy({ name: 'hosts', validator: { validate } }, { message });
}

/** A business's number on WhatsApp. */
export function WhatsAppNumber(example: string): PropertyDecorator {
  return Text(whatsAppNumber(example));
}

/** A SID of Twilio of one kind. */
export function Sid(kind: Parameters<typeof sid>[0]): PropertyDecorator {
  return Text(sid(kind));
}

/** A secret key of 32 bytes in base64. */
export function Key32(): PropertyDecorator {
  const message = 'must be 32 bytes in base64, as `openssl rand -base64 32` prints them';
  return keptSecret(Text({ pattern: /^[A-Za-z0-9+/]{43}=?$/, message }));
}

/** A model, its price for a million tokens that it reads, and for a million that it writes. */
export const PRICE = /^(\S+)=(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/;

/** Prices of models, with commas between them. */
export function Prices(): PropertyDecorator {
  const message = 'must look like gpt-5.4-mini=0.25/2, with commas between models';
  const validate = (value: unknown) =>
    String(value)
      .split(',')
      .every((one) => PRICE.test(one.trim()));
  return (target, name) => {
    IsOptional()(target, name as string);
    ValidateBy({ name: 'prices', validator: { validate } }, { message })(target, name as string);
  };
}

/** Proxies as Express's `trust proxy` takes them: addresses, networks, and three names of networks. */
export function Proxies(): PropertyDecorator {
  const message = 'must be addresses such as 10.0.0.1 or 10.0.0.0/8, with commas between them';
  const validate = (value: unknown) =>
    String(value)
      .split(',')
      .every((one) => !one.trim() || isProxy(one.trim()));
  return ValidateBy({ name: 'proxies', validator: { validate } }, { message });
}

function isProxy(one: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(one)) return true;
  const [, address, bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(one) ?? [];
  const version = isIP(address ?? '');
  const most = version === 4 ? 32 : 128;
  return version > 0 && (bits === undefined || (Number(bits) > 0 && Number(bits) <= most));
}
