import { expect, test } from 'vitest';
import { Town } from './town.js';

test('a Recado that ends at its start says why, at once', async () => {
  const started = Town.start({ env: { LLM_TIMEOUT_MS: '1' } });
  await expect(started).rejects.toThrow(/it ended \(1\): LLM_TIMEOUT_MS must be/);
});
