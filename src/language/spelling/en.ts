import type { Misspelling } from './misspelling.js';

/**
 * English is written in many ways for one sound. The rules are those of Metaphone (L. Philips, 1990)
 * that misspellings need; vowels are kept, since "pan" is no "pen", but for those hardly heard.
 */
export const enMisspelling: Misspelling = {
  sounds: [
    [/^[kgp]n/g, 'n'],
    [/^wr/g, 'r'],
    [/^ps/g, 's'],
    [/wh/g, 'w'],
    [/sch(?=[eo])/g, 'sk'],
    [/t?ch|c?t(?=ure)/g, 'C'],
    [/(?:t|s|c|sh)i?[ou]n\b/g, 'Sn'],
    [/[tc]i(?=al|ou)|sh/g, 'S'],
    [/ph/g, 'f'],
    [/th/g, 'T'],
    [/gh/g, ''],
    [/(?<=.)h/g, ''],
    [/sc(?=[eiy])|c(?=[eiy])|z/g, 's'],
    [/x/g, 'ks'],
    [/qu?/g, 'k'],
    [/[ck]+/g, 'k'],
    [/dge?|g(?=[eiy])/g, 'j'],
    [/mb$/g, 'm'],
    [/ould$/g, 'ud'],
    [/a(?=[^aeiouvyr]es?$)/g, 'e'],
    [/(?<=[aeiouy].*[^aeiou])(?:re|er|or|ar|our|ur|ure)(s?)$/g, 'R$1'],
    [/(?<=..)(?<!\1(.))e(?=s?$)/g, ''],
    [/e[aei]|ie|y/g, 'i'],
    [/oo|ou|ow|ue|ui/g, 'u'],
    [/a[iy]/g, 'e'],
    [/oa/g, 'o'],
    [/a[uw]/g, 'o'],
    [/(.)\1+/g, '$1'],
  ],
  ambiguous: [
    [/ea(?=[^aeiou])/g, 'e'],
    [/gh/g, 'f'],
    [/g(?=[ei])/g, 'gh'],
  ],
  mutedVowels: /(?<!^)[aeiouR]/g,
  ownWords: `
    coast coasts dose doses weather bare bear bears meat meats sail sails pear pears pair pairs wine wines whine write right
    rite weak flower flowers flour bread desert deserts dessert desserts cell cells male males mail plain
    plane planes waist waste steak steaks stake tea teas tee tees tie ties thai thyme cereal serial
    sauce source sauces bean beans bee bees been sea wood woods inn inns feet feat hair hare heel heels
    heal hall haul roll role peace piece pieces prints prince print hole holes whole hour our ware wares
    aloud dew due dye die dies eye eyes faint fare fairs fair fir fur furs gait gate gates grate great
    guest guessed hay hey knit night nights knight knot knots lane leak leek leeks loan lone maid made
    mane main muscle mussel mussels pain pane panes pail pale pause paws peak peek peel plum plumb pole
    poll pool pray prey rain reign rays raise red reed root route routes sack sauna seam seem seat seats
    sell shoe shoes size sizes soap soup soups sole soul son sun sweet suite suites tail tale tent toe
    tow towed toad vain vein vane wax way weigh whey wait weight weights wick worn warn yolk yoke bike
    hike sheet sheets cheap chip chips ship ships bed beds bet lid lead led loose lose chose choose
    cloths clothes than quite quiet bowl bowls bowel bolt coke cork cook cake cakes form four fore oar
    ore ores hare berry bury tank tanks think thing sink sing ink tour tear tier beer beers bier rose
    rows row rope robe robes mint mind wear where wore war were nose knows know no new knew`,
  nounMarks: 'a an the my your our some any of with for',
  figures: {
    meant: '4=for 2=to',
    behind: 'for at by from in on to until room number table',
    before: 'a an the my me u you us your ur this that our',
  },
};
