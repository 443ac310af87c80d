import { describe, expect, it } from 'vitest';
import { type Language, languages, wordsOf } from './language.js';
import { askedWords, asksPrice } from './question.js';
import { term, terms } from './terms.js';
import { words } from './tokens.js';

const synonyms = (question: string, language: 'es' | 'en') =>
  askedWords(question, language).flatMap((word) => word.synonyms.map((of) => of.join(' ')));

describe('askedWords', () => {
  it.each([
    ['es', 'envío', 'reparto'],
    ['es', '¿Tienen parqueadero?', 'aparcamiento'],
    ['es', '¿Me dan boleta?', 'factura'],
    ['es', 'dónde quedan', 'dirección'],
    ['es', 'a cómo está', 'precio'],
    ['en', 'How much is it?', 'price'],
    ['en', 'Is there any postage?', 'delivery'],
    ['en', 'money back', 'refund'],
    ['en', 'Is there a tune-up?', 'maintenance'],
    ['en', 'My bag arrived squashed', 'damaged'],
    ['en', 'Could you keep one aside for me?', 'reservation'],
    ['en', 'discount for pensioners', 'seniors'],
    ['es', '¿Dónde dejo las maletas?', 'equipaje'],
    ['es', 'llanta ponchada', 'pinchazo'],
    ['es', 'quiero mover mi turno', 'reprogramar'],
    ['es', 'llego tarde', 'retraso'],
    ['es', '¿me hacen un empaste?', 'resina'],
  ] as const)('%s, %s: also %s', (language, question, meant) => {
    expect(synonyms(question, language)).toContain(term(words(meant)[0], language));
  });

  it.each([
    ['es', '¿Cuánto es la tarta de manzana?', 'manzana'],
    ['es', 'un curso de cerámica y canto', 'canto'],
    ['en', 'a black coat', 'black'],
    ['en', 'a fleece for boating', 'boating'],
    ['en', 'a sports drink', 'sports'],
  ] as const)('%s, %s: one of the commonest words is no slip of one that says nothing', (...of) => {
    const [language, question, word] = of;
    const found = askedWords(question, language).find(({ own }) => own[0] === term(word, language));
    expect(found).toMatchObject({ written: word, doubtful: false });
  });

  it.each([
    ['en', 'if I spend 40 euros on bread', 'bread'],
    ['en', 'can I pay a $300 deposit', 'deposit'],
    ['es', '¿con 65 € es gratis el envío?', 'envío'],
    ['es', 'si son 1.200 pesos de flores', 'flores'],
  ] as const)('%s, %s: an amount of money is no matter of its own', (...of) => {
    const [language, question, word] = of;
    const matter = askedWords(question, language).filter(({ asking }) => !asking);
    expect(matter.map(({ own }) => own[0])).toContain(term(word, language));
    expect(matter.filter(({ own }) => /\d|eur|pes|dol/.test(own.join()))).toEqual([]);
  });

  it('leaves an amount that is all that is said', () => {
    const matter = askedWords('is there anything under 3 euros?', 'en');
    expect(matter.filter(({ asking }) => !asking).map(({ written }) => written)).toEqual([
      '3',
      'euros',
    ]);
  });

  it('finds a kind by what takes it in, but no kind by another', () => {
    expect(synonyms('dogs', 'en')).toContain(term('pets', 'en'));
    expect(synonyms('dogs', 'en')).not.toContain(term('cats', 'en'));
    expect(synonyms('tarjeta', 'es')).not.toContain(term('efectivo', 'es'));
  });

  it.each([
    ['en', 'card', 'cash'],
    ['en', 'debit', 'credit'],
    ['en', 'single room', 'double room'],
    ['en', 'half board', 'full board'],
    ['en', 'aligners', 'braces'],
    ['en', 'fridge', 'freezer'],
    ['en', 'latte', 'espresso'],
    ['en', 'motorbikes', 'bikes'],
    ['es', 'bizum', 'apple pay'],
    ['es', 'habitación individual', 'habitación doble'],
    ['es', 'corona', 'resina'],
    ['es', 'sauna', 'jacuzzi'],
    ['es', 'moto', 'bici'],
    ['es', 'patinete', 'bici'],
    ['es', 'dni', 'pasaporte'],
    ['es', 'ternera', 'cerdo'],
  ] as const)('%s: joins no "%s" with "%s", which are other things', (language, one, other) => {
    expect(synonyms(one, language)).not.toContain(terms(other, language).join(' '));
    expect(synonyms(other, language)).not.toContain(terms(one, language).join(' '));
  });

  it('understands a word of many meanings, but looks for it nowhere', () => {
    expect(synonyms('¿Me dais recibo?', 'es')).toContain(term('factura', 'es'));
    expect(synonyms('factura', 'es')).not.toContain(term('recibo', 'es'));
  });

  it('looks for a phrase that has words of its own, also among others that say nothing', () => {
    expect(synonyms('mantenimiento', 'es')).toContain(terms('puesta a punto', 'es').join(' '));
    expect(synonyms('price', 'en')).not.toContain('much');
  });

  it('takes nothing for a thing that is only understood, nor its words for what is meant', () => {
    const [howOld, dog] = askedWords('How old is the dog?', 'en');
    expect(howOld).toMatchObject({ written: 'how old', thing: false, own: [] });
    expect(dog).toMatchObject({ written: 'dog', thing: true });
  });

  it('weighs no noun of a trade as if it were a word that asks', () => {
    const asking = (question: string) => askedWords(question, 'es').map((word) => word.asking);
    expect(asking('mesa seguro perro casa')).toEqual([false, false, false, false]);
    expect(asking('pasar a buscar')).toEqual([false]);
    expect(asking('a qué hora, cuánto vale')).toEqual([true, true]);
  });

  it('forgives a slip in a phrase', () => {
    expect(synonyms('cuanto bale', 'es')).toContain(term('precio', 'es'));
    expect(synonyms('how mutch', 'en')).toContain(term('price', 'en'));
  });

  it('reads what people write in a chat', () => {
    const own = (question: string, language: 'es' | 'en') =>
      askedWords(question, language).flatMap((word) => word.own);
    expect(own('xq tmb wifi', 'es')).toEqual(['wifi']);
    expect(own('r u open, thx', 'en')).toEqual(['open']);
  });

  it('takes the question word where there is nothing else', () => {
    expect(askedWords('¿Dónde?', 'es').map(({ own }) => own)).toEqual([terms('dirección', 'es')]);
    expect(askedWords('¿Dónde hay aparcamiento?', 'es').map(({ own }) => own)).toEqual([
      terms('aparcamiento', 'es'),
    ]);
  });

  it('tells what is wanted from what it is about', () => {
    const asked = askedWords('Do you accept bikes today?', 'en');
    expect(asked.map(({ written, asking }) => [written, asking])).toEqual([
      ['accept', true],
      ['bikes', false],
      ['today', true],
    ]);
  });
});

describe.each(languages)('the synonyms of %s', (language) => {
  const lines = wordsOf(language).search.synonyms!.trim().split('\n');

  it('are a hundred groups, in lower case', () => {
    expect(lines.length).toBeGreaterThanOrEqual(100);
    expect(lines.join()).toBe(lines.join().toLowerCase());
  });

  it('have two words at least, none empty', () => {
    for (const line of lines) {
      const members = line.split(/[,>]/).map((member) => member.trim());
      expect(members.length, line).toBeGreaterThan(1);
      expect(
        members.filter((member) => !member),
        line,
      ).toEqual([]);
    }
  });
});

describe('asksPrice', () => {
  const asks = (question: string, language: Language) =>
    askedWords(question, language).some((of) => asksPrice(of, language));

  it.each<[Language, string, boolean]>([
    ['es', '¿A cuánto está el kilo de merluza?', true],
    ['es', '¿Por cuanto me saldría?', true],
    ['es', '¿A cuántos kilómetros repartís?', false],
    ['es', '¿A cuantas personas admite la mesa?', false],
    ['es', '¿Por cuántos días es la fianza?', false],
    ['en', 'How much is the locker?', true],
    ['en', 'How many people fit in?', false],
  ])('%s: %s', (language, question, price) => expect(asks(question, language)).toBe(price));
});
