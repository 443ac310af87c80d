import { hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Detector, type IClone, type IMapFrame, MemoryStore, mild } from '@jscpd/core';
import { Tokenizer } from '@jscpd/tokenizer';

/** As `jscpd --min-tokens 50` has it, with its own defaults for the rest. */
const OPTIONS = {
  minTokens: 50,
  minLines: 5,
  maxLines: 1000,
  mode: mild,
  // The same as its own, which is written in JavaScript and takes twice the time.
  hashFunction: (tokens: string) => hash('md5', tokens),
};

/**
 * What stands twice in the sources, specs included: where, and where again. By jscpd's own parts;
 * its command line would bring a hundred packages more, for reports that nobody reads here.
 */
export async function clonesIn(root: string): Promise<string[]> {
  const store = new MemoryStore<IMapFrame>();
  store.namespace('typescript');
  const detector = new Detector(new Tokenizer(), store, [], OPTIONS);
  const clones: IClone[] = [];
  for (const file of globSync('src/**/*.ts', { cwd: root }).sort()) {
    const text = readFileSync(join(root, file), 'utf8');
    clones.push(...(await detector.detect(file, text, 'typescript')));
  }
  return clones.map(({ duplicationA, duplicationB }) =>
    [duplicationA, duplicationB]
      .map(({ sourceId, start }) => `${sourceId}:${start.line}`)
      .join(' is '),
  );
}
