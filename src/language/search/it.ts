import type { SearchWords } from './search-words.js';

/** Italian. */
export const it: SearchWords = {
  signs: {
    ownCharacters: '',
    frequentCharacters: 'èàùò',
    words: 'ciao grazie buongiorno salve prezzo prezzi orari orario aperto consegna quanto costa',
  },
  commonWords: 'italian',
  stemmer: 'italian',
  stopWords: `
    a abbiamo ad agli ai al alla alle allo anche ancora avere avete aveva c ce che chi ci ciao cioè
    col come con cosa cui da dagli dai dal dalla dalle dallo degli dei del dell della delle dello di
    dopo dove e è ed era erano essere essi fa fanno fare fate gli grazie ha hai hanno ho i il in io
    l la le lei lo loro lui ma me mi mia mie miei mio molto ne negli nei nel nella nelle nello no noi
    non nostra nostre nostri nostro o ogni oppure per perché più poi posso possiamo potete può qual
    quale quali quando quanta quante quanti quanto quella quelle quelli quello questa queste questi
    questo qui quindi se sei senza si sì sia siamo siete solo sono sopra sta stato su sua sue sugli
    sui sul sulla sulle sullo suo suoi te ti tra tu tua tuo tutta tutte tutti tutto un una uno vi voi
    volete vorrei vostra vostre vostri vostro favore`,
  sameWords: `
    aprire apre aprite aprono apriamo aperto aperta aperti apertura
    chiudere chiude chiudete chiudono chiuso chiusa chiusura
    consegnare consegna consegne consegnate
    pagare paga pagamento pagamenti
    costare costa costano costo prezzo prezzi
    prenotare prenota prenotazione prenotazioni`,
  questionWords: { dove: 'indirizzo', quando: 'orario' },
  askingWords: `
    costa costano costo prezzo prezzi ora ore orario orari oggi domani ieri adesso giorno giorni
    settimana mese tipo nome chiama accetta accettate accettano offrite offre portare bisogno
    comprare vende vendete vendere trovare cerco andare venire permesso possibile buono nuovo
    vicino informazione informazioni domanda sapere`,
};
