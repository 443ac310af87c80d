import { describe, expect, it } from 'vitest';
import { isMasked, maskAddress, maskSecret, maskSid } from './mask.js';

describe('mask', () => {
  it('shows the end of a long secret, and nothing of a short one', () => {
    expect(maskSecret('0123456789abcdef0123456789abcdef')).toBe('••••••cdef');
    expect(maskSecret('0123456789abcde')).toBe('••••••');
  });

  it('knows its own', () => {
    expect(isMasked(maskSecret('short'))).toBe(true);
    expect(isMasked(maskSecret('0123456789abcdef', 2))).toBe(true);
    expect(isMasked('0123456789abcdef0123456789abcdef')).toBe(false);
  });
});

describe('masks', () => {
  it('leave nothing to recognise a person or an account by', () => {
    expect(maskAddress('whatsapp:+15005550006')).toBe('whatsapp:…06');
    expect(maskSid(`AC12${'0'.repeat(26)}cdef`)).toBe('AC12…cdef');
    expect(maskSecret('0123456789abcdef', 2)).toBe('••••••••ef');
    expect(maskSecret('short', 2)).toBe('••••••••');
  });
});
