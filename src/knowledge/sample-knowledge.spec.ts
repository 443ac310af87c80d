import { beforeEach, describe, expect, it } from 'vitest';
import { SystemClock } from '../clock.js';
import { Endpoints } from '../config/endpoints.js';
import { Env } from '../env/env.js';
import type { KnowledgeDocument } from './documents/document.js';
import { DocumentReader } from './documents/document.reader.js';
import { DocumentRepository } from './documents/document.repository.js';
import { guessLanguage } from '../language/language.js';
import { Reading } from './reading/reading.js';
import { readSamples, SampleKnowledge } from './sample-knowledge.js';

const SIMULATED = {
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'x',
  from: 'whatsapp:+14155238886',
};
const PAIRS = [
  ['Carta y precios', 'Menu and prices'],
  ['Horario', 'Opening hours'],
  ['Entrega a domicilio y recogida', 'Home delivery and collection'],
  ['Pedidos, pago y devoluciones', 'Orders, payment and returns'],
  ['Alérgenos y dietas', 'Allergens and diets'],
  ['Tienda y contacto', 'Shop and contact'],
];

const reader = new DocumentReader(new Reading());

describe('the samples', () => {
  let samples: KnowledgeDocument[];
  beforeEach(async () => {
    samples = await readSamples(reader, 1);
  });
  const text = (title: string) => samples.find((sample) => sample.title === title)!.text;

  it.each(PAIRS)('say the same in both languages: %s', (es, en) => {
    const numbers = (of: string) =>
      of
        .replace(/(\d),(\d)/g, '$1.$2')
        .match(/\d+([.:]\d+)*/g)
        ?.sort();
    expect(numbers(text(es))).toEqual(numbers(text(en)));
    expect(guessLanguage(text(es))).toBe('es');
    expect(guessLanguage(text(en))).toBe('en');
  });

  it('have the same ids each time, by their names', async () => {
    expect(samples.map(({ name }) => name)).toContain('es/precios.md');
    expect((await readSamples(reader, 2)).map(({ id }) => id)).toEqual(samples.map(({ id }) => id));
    expect(new Set(samples.map(({ id }) => id)).size).toBe(2 * PAIRS.length);
    for (const { id } of samples)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('SampleKnowledge', () => {
  const offered: KnowledgeDocument[][] = [];
  const documents = {
    addIfNone: async (all: KnowledgeDocument[]) => offered.push(all) > 0,
  } as Partial<DocumentRepository> as DocumentRepository;
  const start = (endpoints: Endpoints) =>
    new SampleKnowledge(endpoints, documents, reader, new SystemClock()).onModuleInit();

  it('offers the samples in simulator mode only', async () => {
    await start(new Endpoints(new Env()));
    expect(offered).toHaveLength(0);
    await start(new Endpoints(new Env(), SIMULATED));
    expect(offered).toHaveLength(1);
    expect(offered[0]).toHaveLength(2 * PAIRS.length);
  });
});
