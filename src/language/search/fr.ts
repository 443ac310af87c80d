import type { SearchWords } from './search-words.js';

/** French. */
export const fr: SearchWords = {
  signs: {
    ownCharacters: 'œêëùû',
    frequentCharacters: 'éàèçôî',
    words: 'bonjour merci salut prix horaires ouvert ouverture livraison combien heure heures',
  },
  commonWords: 'french',
  stemmer: 'french',
  stopWords: `
    à ai ainsi alors après as au aucun aucune aussi autre autres aux avait avant avec avez avoir avons
    bien bonjour c ce ceci cela celle celles celui ces cet cette ceux chaque chez comme comment d dans
    de depuis des deux dois doit donc dont du elle elles en encore entre es est et étaient était été
    être eu eux fait faites faut font ici il ils j je l la le les leur leurs lui m ma mais me même
    merci mes moi mon n ne ni non nos notre nous on ont ou où oui par parce pas peu peut peuvent peux
    plus pour pourquoi pouvez puis qu quand que quel quelle quelles quels qui quoi s sa sans se sera
    ses si sont sous sur t ta te tes toi ton tous tout toute toutes très tu un une va vers veux voici
    voilà vos votre voulez vous vont y combien voudrais aimerais svp plaît`,
  sameWords: `
    ouvrir ouvre ouvrez ouvrent ouvert ouverte ouverts ouvertes ouverture ouvertures
    fermer ferme fermez ferment fermé fermée fermeture
    livrer livrez livre livrent livraison livraisons
    payer payez paye paiement paiements règlement
    coûter coûte coûtent coût prix tarif tarifs
    réserver réservez réservation réservations`,
  questionWords: { où: 'adresse', quand: 'horaires' },
  askingWords: `
    coûte coûtent coût prix tarif tarifs heure heures aujourd'hui demain hier maintenant jour
    jours semaine mois type sorte nom appelle accepte acceptez acceptent prenez prendre proposez
    offrez donnez apporter amener besoin acheter vendez vendre trouver cherche aller venir permis
    autorisé possible bon nouveau près information informations question savoir`,
};
