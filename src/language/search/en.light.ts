/**
 * Words that frame a question and say little about its matter: common verbs, and nouns for anything.
 * A passage without them may well hold the answer ("Which products contain nuts?").
 */
export const enLight = `
accept accepted add advise agree allow allowed answer apply arrange arrive arrives arriving ask avoid become
begin believe belong bother bring buy buying call carry catch change check choose collect come comes coming
confirm consider contain contains containing continue count cover decide depend describe drop eat end enter
exist expect explain face fall feel figure fill find finish fit follow forget found gave getting give given go
goes going gone got guess hand handle happen happens hear help hold hope imagine include included includes
including inform involve join keep know last lead learn leave let like list live look looking lose made make
makes making manage matter mean mention mind miss move moving need offer offered offers order own pass pick
plan please point possible prefer prepare present provide provided provides pull purchase put putting raise
reach read realize receive recommend remember require required requires run said say says see seem sell selling
sells send set share show sit sold sound speak spend stand start stay stick stop suggest suppose sure surely
take taken takes taking talk tell think thinking thought told took touch transport trip try trying turn
understand use used uses using usually visit wait walk wanna want watch wear wish wonder wondering work works
worry write
able actually already always anyway around available away back bad basically best better big bit brand brands
certain cheap clear common correct currently different difficult directly easy else enough especially even ever
exact exactly extra far fast favourite favorite fine first friend friends full general generally good great happy
hard hello high honestly important interested interesting just kind kinds large later least less little local long
lot lots lovely main many maximum maybe minimum near nearby nearly new next nice normal normally now often ok okay
old only perfect perhaps possibly present pretty probably quick quickly quite ready real really regular right
same second several short similar simple small some soon special specific still straight such
sure than though today together tomorrow tonight too total type types usual various well whole wide wrong yet
account amount area case company customer customers day days detail details end example fact family folks group guys
idea info information issue item items job line lines lot matter member minute moment month months name number
object one ones option options order orders part parts people person personal place places point problem product products
question questions range reason regard regards result service services shop side site situation size sort sorts store stuff
team term terms thing things time times way ways week weeks year years
`;
