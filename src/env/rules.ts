import { isIP } from 'node:net';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min, ValidateBy } from 'class-validator';
import { NUMBER } from '../address.js';

/** What a value must look like, and how that is said after its name. */
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

/** Twilio's identifiers: two letters that say of what, and 32 digits. */
export function sid(kind: 'AC' | 'SK' | 'MG'): Pattern {
  const pattern = new RegExp(`^${kind}[0-9a-fA-F]{32}$`);
  return { pattern, message: `must be ${kind} and 32 hexadecimal digits` };
}

export function WholeNumber(min: number, max: number): PropertyDecorator {
  return (target, name) => {
    Transform(({ value }) => (/^\d+$/.test(String(value)) ? Number(value) : value))(target, name);
    IsInt({ message: `must be a whole number from ${min} to ${max}` })(target, name as string);
    Min(min, { message: `must be at least ${min}` })(target, name as string);
    Max(max, { message: `must be at most ${max}` })(target, name as string);
  };
}

function Text({ pattern, message }: Pattern): PropertyDecorator {
  return (target, name) => {
    IsOptional()(target, name as string);
    Matches(pattern, { message })(target, name as string);
  };
}

/** An address that paths are joined to; a slash at its end goes. */
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

/** An address that is called as it is. */
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

/** The variables that hold a secret. */
export const secretNames = new Set<string>();

/** The same rule of a variable that is kept from screens and logs. */
function keptSecret(rule: PropertyDecorator): PropertyDecorator {
  return (target, name) => {
    secretNames.add(String(name));
    rule(target, name);
  };
}

/** What stands in a header or a signature: a space in it is an error of copying. */
export function Secret(): PropertyDecorator {
  const message = 'must be of visible ASCII characters, without spaces';
  return keptSecret(Text({ pattern: /^[\x21-\x7e]+$/, message }));
}

export function Word(): PropertyDecorator {
  return Text({ pattern: WORD, message: 'must be one word, without spaces' });
}

export function Path(): PropertyDecorator {
  return Text({ pattern: /^\P{Cc}+$/u, message: 'must be a path, without control characters' });
}

export function Host(): PropertyDecorator {
  const message = 'must be a host name or an address, without port and brackets';
  return Text({ pattern: /^[\w.:%-]+$/, message });
}

export function WhatsAppNumber(example: string): PropertyDecorator {
  return Text(whatsAppNumber(example));
}

export function Sid(kind: Parameters<typeof sid>[0]): PropertyDecorator {
  return Text(sid(kind));
}

export function Key32(): PropertyDecorator {
  const message = 'must be 32 bytes in base64, as `openssl rand -base64 32` prints them';
  return keptSecret(Text({ pattern: /^[A-Za-z0-9+/]{43}=?$/, message }));
}

/** As Express knows them: addresses, networks, and three names of networks. */
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
