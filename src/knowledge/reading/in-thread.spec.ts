import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pdfOfObjects, stream } from '../../../test/support/files/pdf.js';
import { readInThread } from './in-thread.js';

const limits = { silence: 20_000, whole: 20_000, memory: 24 };
const deep = Buffer.from('<div>'.repeat(100_000));

it('leaves the event loop free, and ends a file that takes too long', async () => {
  let turns = 0;
  const count = setInterval(() => turns++, 5);
  const job = { kind: 'html', name: 'a.html', bytes: deep } as const;
  await expect(readInThread(job, { ...limits, silence: 300 })).rejects.toMatchObject({
    reason: 'too-slow',
  });
  clearInterval(count);
  expect(turns).toBeGreaterThan(10);
});

it('ends a file that unpacks to more memory than it may have', async () => {
  const spaces = deflateSync(deflateSync(Buffer.alloc(64 << 20, ' ')));
  const bytes = pdfOfObjects([
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R /Resources << >> >>',
    stream(spaces, '/Filter [/FlateDecode /FlateDecode]'),
  ]);
  expect(bytes.length).toBeLessThan(3000);
  await expect(readInThread({ kind: 'pdf', name: 'a.pdf', bytes }, limits)).rejects.toMatchObject({
    reason: 'too-large',
    message: expect.stringContaining('more memory') as string,
  });
});

it('says what is damaged, whatever its reader throws', async () => {
  const bytes = Buffer.from('%PDF-1.4');
  await expect(readInThread({ kind: 'pdf', name: 'a.pdf', bytes }, limits)).rejects.toMatchObject({
    reason: 'damaged',
    message: "The file is damaged, or isn't a PDF. Save it again and give it once more.",
  });
});
