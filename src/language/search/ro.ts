import type { SearchWords } from './search-words.js';

/** Romanian. */
export const ro: SearchWords = {
  signs: { ownCharacters: 'ășțţ', frequentCharacters: 'îâş', words: 'bună mulțumesc preț program' },
  commonWords: 'romanian',
  stemmer: 'romanian',
  stopWords: `
    a acea aceasta această aceea acei aceia acel acela acele acest acesta aceste acestea acești ai
    aici al ale am ar are aș asta astea au avea aveți avem ca că câ când cât câte câți ce cel cele cei
    cine cu cum da dacă dar de deci decât deși din doar după ea ei el ele este eu fi fără fie în într
    la le li lor lui mai mea mi mine mulțumesc nici nu o or ori pe pentru poate pot prin sau se și
    sunt spre sub te ți toate tot toți tu un una unde unei unor unui va vă vor vreau`,
  questionWords: { unde: 'adresa', când: 'program' },
  askingWords: 'costă cost preț prețul ora orele',
};
