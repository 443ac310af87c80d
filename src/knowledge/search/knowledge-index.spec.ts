import { beforeEach, describe, expect, it } from 'vitest';
import { aDocument as documentNamed } from '../../../test/support/stores/memory/documents.js';
import { KnowledgeIndex } from './knowledge-index.js';

const aDocument = (id: string, title: string, text: string) => documentNamed(title, text, { id });

describe('KnowledgeIndex', () => {
  let index: KnowledgeIndex;
  const first = (query: string, language?: 'es' | 'en') => index.search(query, 5, language)[0];
  beforeEach(async () => {
    index = new KnowledgeIndex();
    await index.put(
      aDocument(
        'es',
        'Horario',
        '## Domingo\nLos domingos se abre de 9 a 14.\n## Precios\nEl croissant vale 1,60 € y está muy rico.',
      ),
    );
    await index.put(
      aDocument(
        'en',
        'Opening hours',
        '## Sunday\nOn Sundays we are open from 9 to 14.\n## Prices\nThe croissant is 1.60 € and it is very good.',
      ),
    );
  });

  it('finds a passage by the heading above it', () => {
    expect(first('sunday opening')).toMatchObject({
      documentId: 'en',
      section: 'Sunday',
      position: 0,
    });
  });

  it('puts the language of the question first', () => {
    expect(index.search('croissant', 5, 'es').map((p) => p.documentId)).toEqual(['es', 'en']);
    expect(index.search('croissant', 5, 'en').map((p) => p.documentId)).toEqual(['en', 'es']);
  });

  it('finds in the other language what only it has', async () => {
    await index.put(aDocument('wifi', 'Wifi', 'There is free wifi for all of our customers.'));
    expect(first('¿Hay wifi?', 'es').documentId).toBe('wifi');
  });

  it('reads the Markdown of a title', async () => {
    await index.put(aDocument('g', 'Garantía: 3 años\\.', '# Garantía: 3 años\\.\nTres.'));
    expect(first('garantía', 'es')).toMatchObject({ title: 'Garantía: 3 años.', section: '' });
    expect(index.titles('es')).toContain('Garantía: 3 años.');
  });

  it('forgives one slip in a longer word', () => {
    expect(first('croisant', 'es')).toMatchObject({ documentId: 'es', section: 'Precios' });
  });

  it('says how much of the question a passage speaks of', () => {
    expect(first('¿Cuánto vale el croissant?', 'es').coverage).toBe(1);
    expect(first('¿Cuánto vale un tractor?', 'es').coverage).toBeLessThan(0.3);
    expect(index.search('zzz qqq', 5, 'es')).toEqual([]);
  });

  it('forgets a removed document', () => {
    index.remove('es');
    expect(index.search('domingo croissant', 5, 'es').map((p) => p.documentId)).toEqual(['en']);
    expect(index.documents).toEqual(['en']);
    expect(index.titles('es')).toEqual([]);
  });
});
