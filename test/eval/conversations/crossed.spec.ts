import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { crossed } from './crossed.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'recado-'))));
afterAll(() => rmSync(folder, { recursive: true }));

it('leaves a set its documents in one language, and the questions in the other that they answer', () => {
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const es = file('es.md', 'La sauna cuesta 9 € y está abierta hasta las 22:00.');
  const en = file('en.md', 'The sauna is €9 and the towels are free.');
  const turn = (ask: string, must: string[][]) => ({ ask, kind: 'plain', must });
  const conversations = [
    { turns: [turn('How much is the sauna?', [['9 €', '€9']])] },
    { turns: [turn('How much are the towels?', [['free']])] },
    { turns: [turn('¿Cuánto cuesta la sauna?', [['9 €', '€9']])] },
    {
      turns: [turn('¿Cuánto cuesta la sauna?', [['9 €', '€9']]), turn('and the towels?', [['€9']])],
    },
    { turns: [{ ask: 'Is there a gym?', kind: 'absent', refuse: true }] },
  ];
  const sets = crossed({ name: 'spa.tuned.yaml', documents: [es, en], config: {}, conversations });
  const asked = sets.map((set) => ({
    name: set.name,
    documents: set.documents,
    asked: set.conversations.map(({ turns }) => turns[0].ask),
  }));
  expect(asked).toEqual([
    {
      name: 'es/spa.tuned.yaml',
      documents: [es],
      asked: ['How much is the sauna?', 'Is there a gym?'],
    },
    { name: 'en/spa.tuned.yaml', documents: [en], asked: ['¿Cuánto cuesta la sauna?'] },
  ]);
});
