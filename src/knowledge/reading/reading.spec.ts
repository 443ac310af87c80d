import { expect, it } from 'vitest';
import { Reading } from './reading.js';

it('reads', async () => {
  const read = await new Reading().read({ name: 'a.html', bytes: Buffer.from('<h1>Hola</h1><p>x</p>') });
  expect(read).toEqual({ title: 'Hola', text: '# Hola\n\nx', format: 'markdown', metadata: {} });
});
