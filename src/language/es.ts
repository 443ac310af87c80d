import { esFacts } from './facts/es.js';
import { esTime } from './time/es.js';
import { esIntents } from './intents/es.js';
import { esSearch } from './search/es.js';
import type { Words } from './words.js';

/** Spanish. */
export const es: Words = {
  name: 'Spanish',
  search: esSearch,
  intents: esIntents,

  asking: {
    interrogatives:
      'qué|que|cuál|cuáles|cual|cuánto|cuánta|cuántos|cuántas|cuanto|cuantos|dónde|donde|cuándo|' +
      'cuando|cómo|como|quién|quien|por qué|a qué|a que|hasta qué|hasta que|desde qué|de qué|en qué|' +
      'con qué|para qué|hasta cuándo|desde cuándo|para cuándo|por cuánto|en cuánto|a cuánto|con cuánto|a dónde|adónde|de dónde|hasta dónde|hay|tenéis|teneis|tienen|tienes|tiene|puedo|podemos|puede|pueden|podéis|se|' +
      'aceptáis|aceptan|acepta|admitís|admiten|hacéis|hacen|hace|abrís|abren|abre|cerráis|cierran|' +
      'cierra|vendéis|venden|está|estáis|están|es|son|cobran|cobráis|ofrecen|ofrecéis|dan|dais|' +
      'sirven|servís|me|necesito|hace falta|hay que',
    stating: 'me|se|es|son|está|están|necesito|dan|que|como|donde|cuando|en cuanto',
    which: 'qué|cuál|cuáles|de que',
    doing:
      'puedo|podemos|se puede|se pueden|puede|pueden|puedes|podeis|podria|podrian|podriais|es posible',
    indirect:
      'preguntar si|preguntaros si|preguntarles si|saber si|me gustaría saber|quería saber|' +
      'quisiera saber|querría saber|quiero saber|quería preguntar|quisiera preguntar|' +
      'me puedes decir|me pueden decir|me podéis decir|me podrías decir|me podrían decir|' +
      'me podríais decir|podrían decirme|podríais decirme|podrías decirme|podéis decirme|' +
      'me pregunto si|una duda|una pregunta|una consulta',
    whether: 'si',
    and: 'y|e|además|también',
    or: 'o|u',
    price: 'precio',
    priceList: 'precios|tarifas|tarifario|carta|menú|catálogo|lista|honorarios',
    free: 'gratis|gratuito|gratuita|gratuitos|gratuitas|incluido|incluida|incluidos|sin coste|sin costo',
    yes: 'sí|si|x|✓|✔|✅|☑|disponible|incluido|incluida',
    no: 'no|-|–|—|✗|✘|❌|ninguno|ninguna|agotado|agotada',
    because:
      'porque|ya que|puesto que|mientras me|mientras nos|mientras le|mientras les|mientras se|mientras mi',
    getting:
      'vender vendéis venden vende alquilar alquiláis alquilan alquila rentar rentan renta comprar compro compra',
    affirms: 'sí|si|claro|por supuesto|desde luego|cómo no',
    denies:
      'no|nunca|ni|sin|tampoco|ningún|ninguno|ninguna|nada|nadie|cerrado|cerrada|cerramos|salvo|excepto',
    telling:
      'quién|quiénes|cuándo|dónde|adónde|cómo|cuánto|cuánta|cuántos|cuántas|no|sin|nunca|antes|' +
      'después|hasta|desde|solo',
    without: 'sin|no|libre de|libres de|ni',
    abbreviations: 'dr|dra|sr|sra|srta|prof|profa|ing|lic|av|avda|tel|aprox',
    joins: 'de|del|con',
    openingHours: 'horario de apertura',
  },

  facts: esFacts,

  phrases: {
    greeting:
      'hola|holi|buenos dias|buen dia|buenas tardes|buenas noches|buenas|que tal|como estas|' +
      'como esta',
    thanks: 'muchisimas gracias|muchas gracias|mil gracias|gracias por todo|gracias',
    goodbye: 'adios|hasta luego|hasta pronto|hasta manana|chao|chau|nos vemos',
    assent: 'ok|okey|vale|perfecto|genial|de acuerdo|entendido|estupendo|muy bien',
    help: 'ayuda|informacion',
    connectives:
      'y|e|o|pero|entonces|que tal|el de|la de|los de|las de|el que|la que|los que|las que|ese|esa|eso|' +
      'esos|esas|el mismo|la misma|lo mismo',
    leaning:
      'lo|la|los|las|es|son|esta|estan|lleva|llevan|tiene|tienen|contiene|contienen|viene|vienen|incluye|' +
      'incluyen|sirve|sirven|dura|duran|pesa|pesan|mide|miden|cabe|caben|se puede|se pueden|con|sin|' +
      'para|por|en|de|hasta|desde|solo',
    choosing:
      'grande grandes mayor mayores pequeno pequena pequenos pequenas menor menores barato barata baratos ' +
      'baratas economico economica caro cara caros caras mejor mejores peor otro otra otros otras mismo ' +
      'misma distinto distinta diferente parecido parecida primero primera segundo segunda ultimo ' +
      'ultima siguiente mas menos',
  },

  lines: {
    greeting: (name) => `¡Hola! Soy ${name}. ¿En qué puedo ayudarte?`,
    thanks: () => '¡De nada! Si necesitas algo más, aquí estoy.',
    goodbye: () => '¡Hasta pronto! Aquí estoy cuando lo necesites.',
    assent: () => '¡Perfecto! Si necesitas algo más, escríbeme.',
    help: (name) =>
      `Soy ${name}: pregúntame lo que quieras saber. Para no recibir más mensajes, escribe BAJA.`,
  },

  time: esTime,
  unknown: 'No tengo esa información.',
  misunderstood: 'Perdona, no te he entendido bien. ¿Me lo puedes decir con otras palabras?',
  unreadable: 'No he podido leer eso. ¿Me puedes escribir con palabras lo que necesitas?',
  declined: 'Soy un asistente automático y solo puedo ayudarte con preguntas sobre este negocio.',
  offTopic:
    'quien gano|quien va a ganar|la capital de|el mundial|' +
    'cuantos anos tiene|quien ganaria|el presidente|' +
    'la presidenta|que opinas|que piensas|sentido de la vida|una pelicula|bitcoin|la loteria|' +
    'adivinanza|una historia|una cancion|cantame|un cuento|dato curioso|' +
    'recomiendame un libro|quien invento|quien descubrio|cuanto mide|resumeme|un acertijo|' +
    'tienes sentimientos|tienes novia|un ensayo|hazme los|haz mis|problema de matematicas|' +
    'el partido de|quien es el rey|quien escribio|' +
    'escribeme un|escribeme una|escribe un poema|escribe un cuento|poema|poesia|haiku|un chiste|' +
    'cuentame un cuento|cuentame una historia|los deberes|mis deberes|una redaccion|traduce|' +
    'traduceme|traducir|traduzcas|como se dice|en python|en javascript|escribe codigo|codigo en|' +
    'un programa que|una funcion que|un script que|resuelve|resuelveme|ecuacion|raiz cuadrada|' +
    'que opinas de|que piensas de|tu opinion|a quien votar|a quien voto|elecciones|' +
    'horoscopo|consejo medico|consejo legal|mis sintomas|diagnostico|eres una ia|' +
    'eres un bot|eres un robot|eres humano|eres humana|eres una persona|eres real|quien eres|' +
    'quien te ha hecho|quien te creo|eres chatgpt|que modelo eres|tu prompt|prompt de sistema|' +
    'tus instrucciones|instrucciones anteriores|ignora lo anterior|olvida lo anterior|' +
    'haz como si fueras|ahora eres',
  orders:
    'instrucciones anteriores|instrucciones previas|todas las instrucciones|tus instrucciones|' +
    'ignora lo anterior|olvida lo anterior|prompt del sistema|prompt de sistema|asistente de ia|' +
    'asistentes de ia|modelo de lenguaje|modelos de lenguaje|ahora eres un|olvida los textos|' +
    'ignora los textos',
  sources: (titles) => `${titles.length > 1 ? 'Fuentes' : 'Fuente'}: ${titles.join('; ')}`,
  page: (page) => `p. ${page}`,
  numerals:
    'uno|una|un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince ' +
    'dieciséis diecisiete dieciocho diecinueve veinte',
  unknownAbout: (question) => `Sobre «${question}» no tengo información.`,
  more: (rows) =>
    `… Hay ${rows ? `${rows} más` : 'más'}: pregúntame por lo que te interese y te lo digo.`,
  topicsLead: 'Puedo ayudarte con:',
  fallback: 'Ahora mismo no puedo responder. Por favor, inténtalo de nuevo en unos minutos.',
  rateLimited:
    'Has enviado muchos mensajes en poco tiempo. Espera un minuto, por favor, y vuelve a escribir.',
  notToday:
    'Gracias por escribir. Por ahora no puedo responder más: vuelve a escribir otro día, por favor.',

  media: {
    names: { picture: 'tu foto', document: 'tu documento', contact: 'el contacto que has enviado' },
    received: (names) => `He leído ${names.join(' y ')}. ¿Qué te gustaría saber?`,
    unread: {
      voice: 'No puedo escuchar tu nota de voz. Por favor, escríbeme lo que necesitas.',
      picture: 'No consigo leer nada en tu foto. Por favor, escríbeme lo que necesitas.',
      video: 'No puedo ver vídeos. Por favor, escríbeme lo que necesitas.',
      document:
        'No puedo leer el archivo que has enviado. Envíalo en PDF, por favor, o escríbeme lo que ' +
        'necesitas.',
    },
  },

  offers: {
    person: '¿Quieres que se lo pase a una persona del equipo?',
    optOut: '¿Quieres dejar de recibir nuestros mensajes?',
  },
  choose: { yes: 'Sí', no: 'No', person: 'Hablar con alguien', menu: 'Elegir' },
  handover: {
    passedOn: 'He pasado tu conversación al equipo y dejo la respuesta en sus manos.',
    because: {
      complaint: 'Siento mucho lo que cuentas.',
      unsure: 'Eso no lo sé responder.',
      topic: 'Esto es mejor que lo responda una persona.',
    },
    nobodyThere: 'Ahora no hay nadie.',
    wayBack: 'Si prefieres seguir conmigo, escribe BOT.',
    bot:
      'bot|el bot|robot|chatbot|volver al bot|vuelve el bot|vuelve al bot|volver con el bot|' +
      'hablar con el bot|quiero hablar con el bot|quiero el bot|quiero volver al bot|' +
      'quiero seguir con el bot|seguir con el bot|sigo con el bot|prefiero el bot|' +
      'prefiero hablar con el bot|pasame con el bot|pasame al bot|dame el bot|que vuelva el bot',
    again: 'Aquí estoy de nuevo. ¿Qué te gustaría saber?',
  },
  offerDeclined: 'De acuerdo. Si necesitas algo más, escríbeme.',

  kinds: {
    sticker: '¡Gracias por el sticker! Si quieres preguntarme algo, escríbemelo.',
    contact: 'He recibido el contacto, pero no puedo hacer nada con él por mi cuenta.',
    location: 'Gracias por la ubicación.',
    wayThere: '¿Dónde estáis? ¿Cuál es la dirección?',
    order: 'He recibido tu pedido.',
    flow: 'Gracias, he recibido tus respuestas.',
    empty: 'Tu mensaje ha llegado vacío. ¿Qué querías preguntar?',
    lost: 'Tu archivo no ha llegado. ¿Me lo puedes enviar otra vez?',
    unreadable: 'No puedo leer este tipo de mensaje. ¿Me lo puedes escribir?',
    tooLong:
      'Tu mensaje es muy largo y solo he leído el principio. Si falta algo, pregúntamelo aparte.',
  },

  consent: {
    stop:
      'baja|parar|alto|darme de baja|dar de baja|darse de baja|dame de baja|' +
      'quiero darme de baja|de baja|desuscribir|desuscribirme|desuscribirse|cancelar suscripcion|' +
      'no mas mensajes|detener',
    start:
      'alta|si|darme de alta|dar de alta|dame de alta|quiero darme de alta|suscribirme|reanudar',
    usedByAll: false,
    stopped: 'No recibirás más mensajes nuestros. Para volver a recibirlos, envía ALTA.',
    started: 'Vuelves a recibir nuestros mensajes. Para dejar de recibirlos, envía BAJA.',
  },
};
