import { esSearch } from './search/es.js';
import type { Words } from './words.js';

/** Spanish. */
export const es: Words = {
  name: 'Spanish',
  search: esSearch,

  phrases: {
    greeting:
      'hola|holi|buenos dias|buen dia|buenas tardes|buenas noches|buenas|que tal|como estas|' +
      'como esta',
    thanks: 'muchisimas gracias|muchas gracias|mil gracias|gracias por todo|gracias',
    goodbye: 'adios|hasta luego|hasta pronto|hasta manana|chao|chau|nos vemos',
    assent: 'ok|okey|vale|perfecto|genial|de acuerdo|entendido|estupendo|muy bien',
    help: 'ayuda|informacion',
    connectives: 'y|e|o|pero|entonces|qué tal',
  },

  lines: {
    greeting: (name) => `¡Hola! Soy ${name}. ¿En qué puedo ayudarte?`,
    thanks: () => '¡De nada! Si necesitas algo más, aquí estoy.',
    goodbye: () => '¡Hasta pronto! Aquí estoy cuando lo necesites.',
    assent: () => '¡Perfecto! Si necesitas algo más, escríbeme.',
    help: (name) =>
      `Soy ${name}: pregúntame lo que quieras saber. Para no recibir más mensajes, escribe BAJA.`,
  },

  unknown: 'No tengo esa información. Si lo prefieres, te atenderá una persona del equipo.',
  topicsLead: 'Puedo ayudarte con:',
  fallback: 'Ahora mismo no puedo responder. Por favor, inténtalo de nuevo en unos minutos.',
  rateLimited:
    'Has enviado muchos mensajes en poco tiempo. Espera un minuto, por favor, y vuelve a escribir.',

  consent: {
    stop:
      'baja|parar|cancelar|alto|darme de baja|dar de baja|darse de baja|dame de baja|' +
      'quiero darme de baja|de baja|desuscribir|desuscribirme|desuscribirse|cancelar suscripcion|' +
      'no mas mensajes|detener',
    start:
      'alta|si|darme de alta|dar de alta|dame de alta|quiero darme de alta|suscribirme|reanudar',
    usedByAll: false,
    stopped: 'No recibirás más mensajes nuestros. Para volver a recibirlos, envía ALTA.',
    started: 'Vuelves a recibir nuestros mensajes. Para dejar de recibirlos, envía BAJA.',
  },
};
