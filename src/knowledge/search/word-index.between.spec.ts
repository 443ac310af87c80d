import { beforeEach, describe, expect, it } from 'vitest';
import { addTo } from '../../../test/support/answers/indexed.js';
import { ENOUGH } from './passage.js';
import { WordIndex } from './word-index.js';

let index: WordIndex;

beforeEach(() => (index = new WordIndex()));

describe('WordIndex, asked in another language than the passages', () => {
  const sure = (query: string, language: 'es' | 'en') =>
    index.search(query, 5, language).filter(({ relevance }) => relevance >= ENOUGH);

  beforeEach(() => {
    addTo(index, 'lavado', 'La lavadora cuesta 5 € y la secadora 4 €. Se pagan en recepción.', {
      section: 'Lavandería',
    });
    addTo(
      index,
      'perros',
      'Los perros son bienvenidos en la terraza, pero no en las habitaciones.',
      {
        section: 'Mascotas',
      },
    );
    addTo(index, 'citas', 'Los sábados damos consulta solo con cita, de 9:00 a 13:00.', {
      section: 'Citas',
    });
  });

  it.each([
    ['how much is the washing machine?', 'lavado'],
    ['can I bring my dog', 'perros'],
    ['pets', 'perros'],
    ['do I need an appointment on Saturdays?', 'citas'],
  ])('finds: %s', (query, id) => {
    const [best] = sure(query, 'en');
    expect(best).toMatchObject({ documentId: id, evidence: { only: true } });
    expect(best.evidence.matched.some(({ by }) => by === 'translation')).toBe(true);
  });

  it.each(['is there a swimming pool?', 'do you rent surfboards', 'can I bring my parrot'])(
    'has no evidence: %s',
    (query) => expect(sure(query, 'en')).toEqual([]),
  );

  it('leaves what has something not to its own language', () => {
    expect(sure('can I come on Saturday without an appointment?', 'en')).toEqual([]);
  });

  it('is read in its own language only, where a passage is in it', () => {
    expect(sure('how much is the washing machine?', 'en')).toMatchObject([
      { documentId: 'lavado' },
    ]);
    addTo(index, 'house', 'The house has eight rooms and a garden with a view of the river.');
    expect(sure('how much is the washing machine?', 'en')).toEqual([]);
    expect(sure('how many rooms are in the house?', 'en')).toMatchObject([{ documentId: 'house' }]);
  });

  it('is found by the names that it has in common', () => {
    addTo(index, 'marca', 'Somos distribuidor oficial de Zapple en la provincia.', {
      section: 'Zapple',
    });
    expect(sure('Zapple', 'en')).toMatchObject([{ documentId: 'marca' }]);
  });

  it('asks in Spanish for what stands in English', () => {
    index = new WordIndex();
    addTo(
      index,
      'mixer',
      '| Machine | A day |\n| --- | --- |\n| Concrete mixer | $45 |\n| Drill | $19 |',
      {
        section: 'What it costs for a day',
      },
    );
    addTo(index, 'yard', 'You find us behind the station, and there is room for trailers.');
    expect(sure('¿Cuánto cuesta la hormigonera por día?', 'es')).toMatchObject([
      { documentId: 'mixer' },
    ]);
  });
});
