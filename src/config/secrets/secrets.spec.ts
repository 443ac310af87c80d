import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SecretError, Secrets } from './secrets.js';

const key = randomBytes(32);
const place = 'bot_config/twilio_auth_token';

describe('Secrets', () => {
  const secrets = new Secrets(key);

  it('opens what it sealed', () => {
    for (const text of ['', 'a', 'contraseña 🔑', 'x'.repeat(5000)])
      expect(secrets.open(secrets.seal(text, place), place)).toEqual({ text, previous: false });
  });

  it('seals the same text differently each time, and keeps it unreadable', () => {
    const [one, two] = [secrets.seal('hunter2', place), secrets.seal('hunter2', place)];
    expect(one).toMatch(/^v1\.[\w-]+$/);
    expect(one).not.toBe(two);
    expect(Buffer.from(one.slice(3), 'base64url').toString('latin1')).not.toContain('hunter2');
  });

  it('refuses a value in another place, with another key, changed, cut, or of another format', () => {
    const sealed = secrets.seal('hunter2', place);
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    const flipped = (at: number) => {
      const copy = Buffer.from(bytes);
      copy[at] ^= 1;
      return `v1.${copy.toString('base64url')}`;
    };
    const wrong = [
      () => secrets.open(sealed, 'bot_config/twilio_api_key_secret'),
      () => new Secrets(randomBytes(32)).open(sealed, place),
      ...Array.from(bytes, (_, at) => () => secrets.open(flipped(at), place)),
      () => secrets.open(sealed.slice(0, 12), place),
      () => secrets.open('v1.', place),
      () => secrets.open('hunter2', place),
      () => secrets.open(sealed.replace('v1', 'v2'), place),
    ];
    for (const attempt of wrong) {
      expect(attempt).toThrow(SecretError);
      expect(attempt).not.toThrow(/hunter2/);
    }
  });

  it('opens what the previous key sealed, and says so', () => {
    const changed = new Secrets(randomBytes(32), [key]);
    expect(changed.open(secrets.seal('a', place), place)).toEqual({ text: 'a', previous: true });
    expect(changed.open(changed.seal('a', place), place)).toEqual({ text: 'a', previous: false });
  });

  it('shows no key when it is printed', () => {
    expect(JSON.stringify(secrets)).toBe('{}');
  });
});
