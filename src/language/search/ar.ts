import type { SearchWords } from './search-words.js';

/** Arabic. */
export const ar: SearchWords = {
  signs: { ownCharacters: '', frequentCharacters: 'ةىأإ', words: 'مرحبا شكرا سعر' },
  commonWords: 'arabic',
  stemmer: 'arabic',
  stopWords: `
    في من إلى على عن مع هذا هذه ذلك تلك التي الذي الذين هو هي هم نحن أنا أنت كان كانت يكون أن إن لا ما
    لم لن قد كل بعض غير بين عند ثم أو و ف ب ل هل متى أين كيف كم ماذا لماذا أي نعم شكرا مرحبا`,
  askingWords: 'سعر تكلفة ثمن ساعة ساعات',
};
