import { expect, test } from 'vitest';
import { Batch } from './batch.js';

test('a batch that hangs is refused in time, and keeps back none that comes later', async () => {
  const hang = new Promise<never>(() => undefined);
  const batch = new Batch(
    (items: string[]) => (items[0] === 'hang' ? hang : Promise.resolve(items)),
    500,
    50,
  );
  await expect(batch.add('hang')).rejects.toThrow('did not answer in time');
  expect(await batch.add('next')).toBe('next');
});
