import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** These seal nothing that is kept: a challenge lives for seconds. */
const NOT_KEPT = ['src/whatsapp/signature/probe-challenges.ts'];
/** The cipher itself, and the record whose service adds it. */
const BELOW = ['src/config/secrets/secrets.ts', 'src/config/bot-config.record.ts'];
/** Is sealed anew by each start and each change, before everything else. */
const THE_CHECK = ['src/config/secrets/secret-key.ts'];

it('whoever keeps something sealed adds it to SealedPlaces, so that a change of keys reaches it', () => {
  const sealing = globSync('src/**/*.ts')
    .filter((file) => !file.endsWith('.spec.ts'))
    .filter((file) => ![...NOT_KEPT, ...BELOW, ...THE_CHECK].includes(file))
    .map((file) => [file, readFileSync(file, 'utf8')] as const)
    .filter(([, text]) => /(secrets|secrets\(\)\))\.seal\(/.test(text));
  expect(sealing.length).toBeGreaterThan(0);
  const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/'));
  const adds = (file: string) =>
    globSync(`${folderOf(file)}/*.ts`).some((one) =>
      readFileSync(one, 'utf8').includes('places.add('),
    );
  expect(sealing.map(([file]) => file).filter((file) => !adds(file))).toEqual([]);
});
