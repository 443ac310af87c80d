import type { SearchWords } from './search-words.js';

/** Dutch. */
export const nl: SearchWords = {
  signs: {
    ownCharacters: '',
    frequentCharacters: 'ë',
    words: 'hallo dank bedankt openingstijden prijs prijzen kost kosten bezorging uur',
  },
  commonWords: 'dutch',
  stemmer: 'dutch',
  stopWords: `
    aan al alle alles als altijd andere ben bij daar dan dat de deze die dit doch doen door dus een
    eens en er ge geen geweest haar had heb hebben hebt heeft hem het hier hij hoe hoeveel hun iemand
    iets ik in is ja je jij jouw jullie kan kon kunnen kunt maar me meer men met mij mijn moet na naar
    nee niet niets nog nu of om omdat onder ons onze ook op over reeds te tegen toch toen tot u uit uw
    van veel voor waar wanneer want waren was wat we wel werd wie wij wil willen worden wordt zal ze
    zelf zich zij zijn zo zonder zou bedankt alstublieft graag`,
  questionWords: { waar: 'adres', wanneer: 'openingstijden' },
  askingWords: `
    kost kosten prijs prijzen uur tijd vandaag morgen gisteren nu dag dagen week maand soort naam
    accepteren accepteert nemen neemt meenemen brengen nodig kopen verkoopt verkopen vinden zoek
    gaan komen mogelijk goed nieuw dichtbij informatie vraag weten`,
};
