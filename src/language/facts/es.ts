import type { FactWords } from './facts.js';

/** Spanish: how facts of a kind are asked for and told. */
export const esFacts: FactWords = {
  asks: {
    clock: 'que hora|que horas|q hora|ke hora',
    span: 'cuanto tiempo|cuanto dura|cuanto duran|cuanto tarda|cuanto tardan|cuanto tardais|cuanto demora|cuanto demoran',
    distance: 'que distancia|cuan lejos|como de lejos',
    size: 'que profundidad|como de hondo|como de honda|que altura|cuanto mide|cuanto miden|que medidas|que anchura',
    weight: 'cuanto pesa|cuanto pesan|que peso tiene|que peso tienen',
    many: 'cuantos|cuantas',
  },
  units: {
    clock: 'h|hs|hrs|horas|mediodia|medianoche|todo el dia|24 horas|a.m.|p.m.',
    span:
      'segundo|segundos/minuto|minutos|min/hora|horas|h|hs|hrs/dia|dias|noche|noches/' +
      'semana|semanas|quincena/mes|meses/ano|anos',
    distance:
      'km|km2|km²|kilometro|kilometros|milla|millas|m|metro|metros|cuadra|cuadras|minuto|minutos|min|calle|calles|parada|paradas',
    size: 'mm|cm|m|m2|m²|metro|metros|centimetro|centimetros|pulgada|pulgadas|"',
    weight: 'g|gr|kg|gramo|gramos|kilo|kilos|libra|libras|lb|tonelada|toneladas',
  },
  having: 'tiene|tienen|lleva|llevan|incluye|incluyen|trae|traen|viene con|vienen con',
  lasting: 'por|al|a la|durante',
  some: 'un|una|medio|media|par|unos|unas|varios|varias|pocos|pocas',
  atOnce:
    'mismo dia|dia siguiente|al momento|en el momento|en el acto|en seguida|enseguida|inmediatamente|mientras esperas|mientras espera|en pocas horas',
  at: 'las|la una',
  from: 'de|desde|entre',
  band: {
    to: 'a|y|hasta',
    upTo: 'hasta|como maximo|maximo|menos de|menor de|menores de|por debajo de|inferior a|inferiores a|bajo',
    above:
      'mas de|mayor de|mayores de|desde|a partir de|superior a|superiores a|por encima de|al menos|como minimo|minimo',
    orMore: 'o mas|y mas|en adelante',
    orLess: 'o menos|como maximo',
  },
  persons:
    'persona|personas|comensal|comensales|invitado|invitados|asistente|asistentes|pax|plaza|plazas',
  beforehand: 'antes|de antelacion|de anticipacion|despues',
};
