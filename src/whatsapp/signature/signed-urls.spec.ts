import { describe, expect, it } from 'vitest';
import { SignedUrls } from './signed-urls.js';

const PATH = '/api/v1/whatsapp/status?attempt=1';

describe('SignedUrls', () => {
  it('joins the public address with the path and the query', () => {
    const urls = new SignedUrls('https://bot.example.com').of(PATH);
    expect(urls).toEqual([`https://bot.example.com${PATH}`]);
  });

  it('keeps the address as it was written', () => {
    expect(new SignedUrls('https://Bot.example.com:443').of('/a')).toEqual([
      'https://Bot.example.com:443/a',
    ]);
  });

  it('puts the path prefix back', () => {
    const urls = new SignedUrls('https://example.com/bot/one');
    expect(urls.of(PATH)).toEqual([`https://example.com/bot/one${PATH}`]);
  });

  it('knows loopback by all its names, with the same port', () => {
    const all = ['http://localhost:3000/a', 'http://127.0.0.1:3000/a', 'http://[::1]:3000/a'];
    for (const { origin } of all.map((url) => new URL(url))) {
      const urls = new SignedUrls(origin).of('/a');
      expect(urls[0]).toBe(`${origin}/a`);
      expect([...urls].sort()).toEqual([...all].sort());
    }
  });
});
