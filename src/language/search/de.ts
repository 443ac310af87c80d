import type { SearchWords } from './search-words.js';

/** German. */
export const de: SearchWords = {
  signs: {
    ownCharacters: 'ßäö',
    frequentCharacters: 'ü',
    words:
      'hallo danke bitte guten tag öffnungszeiten geöffnet preis preise kostet lieferung versand uhr',
  },
  commonWords: 'german',
  stemmer: 'german',
  stopWords: `
    aber alle allem allen aller alles als also am an ander andere anderen anderes auch auf aus bei bin
    bis bist bitte da damit danke dann das dass dein deine dem den denn der des dich die dies diese
    diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas
    euch euer eure eurem euren für gegen gibt haben habe habt hat hatte hatten hallo hier hinter ich
    ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes jener
    kann kannst kein keine keinem keinen können könnt könnte man manche mein meine mich mir mit
    möchte muss müssen nach nein nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen
    seiner selbst sich sie sind so solche soll sollte sondern sonst über um und uns unser unsere
    unserem unseren unter viel vom von vor war waren warum was weil welche welchem welchen welcher
    welches wenn wer werde werden wie wieder will wir wird wo wollen würde würden zu zum zur zwar
    zwischen wann wieviel viele wem wen wessen wozu worum worauf worin woran womit woraus wovon wofür
    wodurch wogegen wobei wohin woher weshalb weswegen wieso inwiefern heißt heißen hieß hießen lautet
    lauten nennt nannte genannt deren dessen denen beim laut damals darum darüber dabei dafür zuerst
    überhaupt weiterhin insbesondere`,
  meaningful: 'hat',
  sameWords: `
    öffnen öffnet geöffnet offen öffnung öffnungen
    schließen schließt geschlossen schluss
    liefern liefert lieferung lieferungen geliefert
    bezahlen zahlen bezahlt zahlung bezahlung
    kosten kostet preis preise
    buchen bucht buchung gebucht reservieren reservierung`,
  questionWords: { wo: 'adresse', wann: 'öffnungszeiten' },
  askingWords: `
    kosten kostet preis preise uhr uhrzeit zeit heute morgen gestern jetzt tag tage woche monat
    art name nennen heißt akzeptiert akzeptieren nehmt nehmen bietet bieten gebt geben bringen
    mitbringen brauche brauchen kaufen verkauft verkaufen bekomme bekommen finden suche gehen
    kommen kommt machen macht darf dürfen erlaubt möglich gut neu nah information informationen
    frage`,
};
