import type { SearchWords } from './search-words.js';

/** Turkish. */
export const tr: SearchWords = {
  signs: {
    ownCharacters: 'ğşı',
    frequentCharacters: 'üöç',
    words: 'merhaba teşekkürler fiyat saat',
  },
  commonWords: 'turkish',
  stemmer: 'turkish',
  stopWords: `
    acaba ama ancak bana bazı belki ben beni benim bir biri birkaç biz bize bizi bizim bu buna bunda
    bunu bunun çok çünkü da daha de defa diye en evet gibi hangi hayır hem hep her için ile ise kaç
    kadar kez ki kim kimse mı mi mu mü merhaba nasıl ne neden nedir nerede nereye niçin o olan olarak
    oldu olur on ona ondan onlar onu onun sen seni senin siz size sizi sizin şey şu tüm var ve veya
    ya yok lütfen teşekkürler`,
  questionWords: { nerede: 'adres' },
  askingWords: 'fiyat fiyatı ücret saat',
};
