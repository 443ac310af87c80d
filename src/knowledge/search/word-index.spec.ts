import { beforeEach, describe, expect, it } from 'vitest';
import { addTo } from '../../../test/support/answers/indexed.js';
import { ENOUGH, type IndexedChunk } from './passage.js';
import { WordIndex } from './word-index.js';

let index: WordIndex;
const first = (query: string, language: 'es' | 'en' = 'en') => index.search(query, 5, language)[0];

const add = (id: string, text: string, more?: Partial<IndexedChunk>) =>
  addTo(index, id, text, more);

beforeEach(() => (index = new WordIndex()));

describe('WordIndex, in the language of the bot', () => {
  beforeEach(() => {
    add('delivery', 'We deliver to the whole town for 3.50 €.', { title: 'Delivery' });
    add('dogs', 'Well-behaved dogs are welcome on the terrace.', { section: 'Pets' });
    add('walnut', '| Cake | Nuts |\n| --- | --- |\n| Carrot | yes (walnuts) |\n| Cheese | no |');
    add('place', 'Inventada street 5, beside the station.', { section: 'Find us' });
    add('bread', 'The rye loaf is baked at night.', { title: 'Bread' });
    add('hours', 'We open at nine and close at five.', { title: 'Hours' });
  });

  it.each([
    ['how much is shipping?', 'delivery'],
    ['postage', 'delivery'],
    ['can I bring my puppy', 'dogs'],
    ['do u hav nuts', 'walnut'],
    ['address', 'place'],
    ['where are you?', 'place'],
    ['delivrey', 'delivery'],
    ['are you open today?', 'hours'],
    ['rye', 'bread'],
    ['breadloaf', 'bread'],
  ])('%s: %s', (query, id) => {
    expect(first(query)).toMatchObject({ documentId: id });
    expect(first(query).relevance).toBeGreaterThanOrEqual(ENOUGH);
  });

  it.each([
    'do you sell bicycles?',
    'is the rye bread organic and Spanish?',
    'who painted the ceiling?',
    'no',
    'yes',
    'Ryan',
    '1234',
  ])('has no evidence: %s', (query) => {
    const best = Math.max(0, ...index.search(query, 5, 'en').map(({ relevance }) => relevance));
    expect(best).toBeLessThan(ENOUGH);
  });

  it('finds what was written as it sounds, of the documents and of the language', () => {
    add('es', 'La clínica abre a las nueve. No desbloqueamos patinetes. La cita vale diez euros.');
    for (const query of ['la klinika', 'desvlokeais patynetes', 'kiero una sita'])
      expect(first(query, 'es')).toMatchObject({ documentId: 'es' });
    expect(index.mended('a ke ora avren la klinika?', 'es').text).toBe(
      'a que hora abren la clínica?',
    );
  });

  it('takes a word of the documents for no misspelling', () => {
    expect(index.mended('la marca sita', 'es').text).toBe('la marca cita');
    add('es', 'Somos el distribuidor de la marca Sita.');
    expect(index.mended('la marca sita', 'es').text).toBe('la marca sita');
    index.remove('es');
    expect(index.mended('la marca sita', 'es').text).toBe('la marca cita');
  });

  it('finds a phrase where its words stand together only', () => {
    add('lift', 'Room 101 is fit for wheelchairs.', { section: 'Lift' });
    const best = () => index.search('Do you have a gym?', 5, 'en')[0];
    expect(best()?.relevance ?? 0).toBeLessThan(ENOUGH);
    add('gym', 'The fitness room is in the basement.', { section: 'Sport' });
    expect(best()).toMatchObject({ documentId: 'gym' });
    expect(best().relevance).toBeGreaterThanOrEqual(ENOUGH);
  });

  it('has no evidence for a thing that no passage names, whatever they say of the rest', () => {
    add('repairs', 'Repairs: a bike is repaired in two days.', { title: 'Repairs' });
    add('juice', 'Orange juice is two euros.', { title: 'Drinks' });
    const sure = (query: string) => index.search(query, 1, 'en')[0].relevance;
    expect(sure('do you repair bikes?')).toBeGreaterThanOrEqual(ENOUGH);
    expect(sure('do you repair motorbikes?')).toBeLessThan(ENOUGH);
    expect(sure('is the orange juice organic?')).toBeLessThan(ENOUGH);
    expect(sure('how soon is the repair?')).toBeGreaterThanOrEqual(ENOUGH);
  });

  it('puts the word itself before what stands for it', () => {
    add('post', 'The postage is paid by us.', { title: 'Post' });
    expect(index.search('postage', 5, 'en').map((p) => p.documentId)).toEqual(['post', 'delivery']);
  });

  it('says which words were found, how, and which were not', () => {
    const { evidence, coverage } = first('shipping of zebras to the xyzzy');
    expect(evidence.matched).toMatchObject([{ term: 'ship', found: 'deliveri', by: 'synonym' }]);
    expect(evidence.missing.map(({ term }) => term)).toEqual(['zebra', 'xyzzi']);
    expect(evidence.window).toBe('We deliver to the whole town for 3.50 €.');
    expect(coverage).toBeLessThan(0.5);
    expect(first('delivrey').evidence.matched[0]).toMatchObject({ by: 'typo' });
  });

  it('forgets the words of what is removed', () => {
    index.remove('delivery');
    expect(index.search('delivrey', 5, 'en')).toEqual([]);
    expect(index.get('delivery')).toBeUndefined();
  });
});

describe('WordIndex, in other languages', () => {
  it.each([
    ['Die Lieferung ist ab 20 € kostenlos. Wir liefern auch am Samstag.', 'Liefert ihr samstags?'],
    ['Les chiens sont admis dans la boutique avec une laisse.', 'Vous acceptez un chien ?'],
    ['Aceitamos cães e gatos. Não há custos para os animais.', 'aceitam gato?'],
    ['Il parcheggio è gratuito per i clienti del negozio.', 'Avete parcheggi?'],
    ['Доставка по городу стоит триста рублей, а за город — пятьсот.', 'Сколько стоит доставки?'],
    ['駐車場は店の裏にあります。料金は無料です。', '駐車場はありますか'],
    ['ที่จอดรถอยู่หลังร้าน จอดฟรีสำหรับลูกค้า', 'มีที่จอดรถไหม'],
    ['Το πάρκινγκ είναι δωρεάν για όλους τους πελάτες του καταστήματος.', 'παρκινγκ'],
    ['موقف السيارات مجاني لجميع العملاء في المتجر', 'هل موقف السيارات مجاني؟'],
  ])('%s', (text, question) => {
    add('other', text);
    add('en', 'The shop is open from nine to five on weekdays.');
    expect(first(question)).toMatchObject({ documentId: 'other' });
    expect(first(question).relevance).toBeGreaterThanOrEqual(ENOUGH);
  });

  it('leaves an English question English beside a German document', () => {
    add('de', 'Der Croissant kostet zwei Euro, und das Brot ist von gestern.');
    add('en', 'The croissant is two euros, and the bread is from yesterday.');
    expect(first('was the croissant also in the bread?')).toMatchObject({ documentId: 'en' });
    expect(first('Was kostet das Croissant bei euch?')).toMatchObject({ documentId: 'de' });
  });

  const GERMAN =
    'Die Bäckerei ist von acht bis achtzehn Uhr geöffnet, und das Brot kostet in der Woche vier Euro. ' +
    'Wir liefern auch nach Hause, wenn Sie bis zum Abend bestellen.';

  it.each([
    'Wie viel des Brotes wird laut der Bäckerei am Abend verkauft?',
    'Was ist in der Regel das Ziel der Bäckerei?',
    'laut des Ziels',
    'laut Ziel',
  ])('mends nothing of "%s": its words are no misspelt English', (query) => {
    add('de', GERMAN);
    expect(index.mended(query, 'en')).toEqual({ text: query, replaced: {} });
  });

  it('mends what is asked in a language that it speaks, where documents are in both', () => {
    add('de', GERMAN);
    add('en', 'We deliver to the whole town for 3.50 €.');
    expect(index.mended('how much is delivrey to the town?', 'en').text).toBe(
      'how much is delivery to the town?',
    );
  });

  it('takes what many passages have for no evidence, in a script without blanks', () => {
    const trades =
      '缝纫 染色 切割 木工 陶艺 编织 雕刻 刺绣 烘焙 烹饪 园艺 种植 修剪 浇水 播种 收获 养蜂 捕鱼 骑马 书法'.split(
        ' ',
      );
    const usual = '课程 学校 每月 欧元 教室 老师 早上 星期'.split(' ');
    for (const [n, trade] of trades.entries()) {
      const its = usual.filter((_, at) => (at + n) % 4 !== 0);
      add(trade, `${trade}：${its.join('，')}，以及您需要的其他东西。`);
    }
    const sure = (of: string) => index.search(`${usual.join('，')}，${of}`, 1, 'en')[0].relevance;
    expect(sure('园艺')).toBeGreaterThanOrEqual(ENOUGH);
    expect(sure('绘画')).toBeLessThan(ENOUGH);
  });
});
