import type { Misspelling } from './misspelling.js';

/**
 * Spanish is written as it sounds, so a dozen rules say which words sound alike, in Spain or in Latin
 * America: after the "Spanish Metaphone" of A. Mosquera, with all vowels kept.
 */
export const esMisspelling: Misspelling = {
  sounds: [
    [/hu(?=[aeio])/g, 'w'],
    [/ch|sh/g, 'C'],
    [/h/g, ''],
    [/qu(?=[ei]|$)|q/g, 'k'],
    [/gu(?=[ei]|$)/g, 'G'],
    [/g(?=[eiy])/g, 'j'],
    [/gu(?=[ao])/g, 'w'],
    [/g/g, 'G'],
    [/[sx]?c+(?=[eiy])|[zx]|[kc]s/g, 's'],
    [/[ck]+/g, 'k'],
    [/v/g, 'b'],
    [/n(?=[bp])/g, 'm'],
    [/ll(?=[aeiou])/g, 'y'],
    [/y(?![aeiou])/g, 'i'],
    [/^i(?=[aeou])/g, 'y'],
    [/^rr/g, 'r'],
    [/([^r])\1+/g, '$1'],
    [/ado(s?)$/g, 'ao$1'],
  ],
  ambiguous: [[/x/g, 'j']],
  endings: /[ae]is$/,
  diminutives: [
    [/quit([oa]s?)$/, 'c$1'],
    [/guit([oa]s?)$/, 'g$1'],
    [/it([oa]s?)$/, '$1'],
    [/e?cit([oa]s?)$/, '$1'],
    [/e?cit[oa](s?)$/, 'e$1'],
    [/it[oa](s?)$/, 'e$1'],
    [/(?:e?c)?it[oa]$/, ''],
    [/(?:e?c)?it[oa]s$/, 's'],
    [/(?:e?c)?it[oa]s$/, 'es'],
    [/cit([oa]s?)$/, 'z$1'],
    [/cit[oa]$/, 'z'],
  ],
  ownWords: `
    taza tazas caza tubo* tubos sumo sierra* sierras* serrar asar baya bayas valla* vallas savia votar
    grabar cede* sena asta* ondas onda coser cocer masa maza rosa rosas roza cazar caso casas cosas
    baca bacas bello vello vellos bota botas vota maya malla mallas pollo poyo rayar rallar sabia sepa
    cepa cepas seda sedas cesto sesto tasa tasas vez ves hierba bienes vienes izo horno encima enzima
    abría callado cayado cayo callo callos bazar basar pozo poso reza resa risa riza rizo rizos loza
    losa losas abollado zumo zumba segar cegar sesión cesión bate vate bacilo vacilo halla aya rallado
    rayado kilo kilos kit kits soya soja verás veras baso ciervo siervo cien sien ciento siento concejo
    consejo desecho deshecho intención intensión varón barón rebelar revelar revelado sabana sabanas
    alisar bida biga viga vigas rol roles bolo bolos vals cal gol ojos ojo lago largo hay ay ahí lee
    haz vano vanos vana camino caminos puerta propia
    propias dominó podían visita visitas bonito bonita bonitos bonitas burrito burritos palomita palomitas
    granito mosquito mosquitos carrito carritos tortita tortitas señorita cita citas gratuito gratuita
    escrito escrita favorito favorita distrito circuito mojito mojitos quesito pepito cubito`,
  nounMarks: `
    un una unos unas el la los las mi tu su de del con para sin vuestra vuestro otra otro cada esta
    este esa ese tenéis teneis tienen tienes vendéis vendeis venden hay compro compra usar`,
};
