import type { Words } from './words.js';

/** Spanish. */
export const es: Words = {
  name: 'Spanish',

  signs: {
    ownCharacters: 'ñ¿¡',
    frequentCharacters: 'áéíóú',
    words:
      'hola buenos buenas días tardes noches gracias precio precios horario abierto envío ayuda vale',
  },

  search: {
    stemmer: 'spanish',
    // From Snowball's list, without words that also name things ("estado", "sentido"), and with
    // courtesies that people write in a chat.
    stopWords: `
      a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquellas aquello aquellos
      así aun aún aunque cada como cómo con contra cual cuál cuales cuáles cualquier cuando cuándo
      cuanta cuánta cuantas cuántas cuanto cuánto cuantos cuántos de del desde donde dónde durante e el
      él ella ellas ello ellos en entonces entre era erais éramos eran eras eres es esa esas ese eso
      esos esta está estaba estaban estábamos estada estado estáis estamos están estar estará estarán
      estas estás este esté estén esto estos estoy estuvo fue fueron fui fuera fueran ha había habían
      habéis haber habrá habrán habría han has hasta hay haya he hemos hizo hacer hace hacen hacéis hago
      hubo incluso la las le les lo los luego mas más me mí mi mía mías mientras mío míos mis misma
      mismas mismo mismos mucha muchas mucho muchos muy nada ni no nos nosotras nosotros nuestra
      nuestras nuestro nuestros o os otra otras otro otros para pero podéis poder podría podrían
      podríais podrías poco por porque pueda puede pueden puedes puedo pues que qué quien quién quienes
      quiénes quería queremos quiere quiero quisiera se sea sean según ser será serán sería si sí sido
      siempre siendo sin sobre sois solo sólo somos son soy su sus suya suyas suyo suyos tal también
      tampoco tan tanto te tendrá tendréis tendría tenéis tenemos tener tengo tenía tenían ti tiene
      tienen tienes todo todos toda todas tu tú tus tuve tuvo tuya tuyas tuyo tuyos un una unas uno unos
      usted ustedes vosotras vosotros vuestra vuestras vuestro vuestros y ya yo
      hola gracias favor saber decir decirme dime ubicados ubicadas queda quedáis`,
    // "Once" is the number eleven here, and a stop word in English.
    meaningful: 'once',
    // Verbs of a shop whose forms the stemmer keeps apart: "¿abren?" must find "abrimos".
    sameWords: `
      abrir abre abren abres abro abrís abrimos abierto abierta abiertos abiertas apertura
      cerrar cierra cierran cierras cierro cerráis cerramos cerrado cerrada cerrados cerradas cierre
      vender vende venden vendes vendéis vendemos venta ventas
      servir sirve sirven sirves servís servimos
      devolver devuelve devuelven devolvéis devolvemos devolución devoluciones devuelto
      costar cuesta cuestan cuestas costaría costo coste costes`,
    questionWords: {
      dónde: 'dirección',
      donde: 'dirección',
      cuándo: 'horario',
      cuando: 'horario',
    },
    askingWords:
      'cuesta cuestan cuestas costaría costo coste costes vale valen precio precios sale salen ' +
      'hora horas horario cobran cobráis',
  },

  asking: {
    interrogatives:
      'qué|que|cuál|cuáles|cual|cuánto|cuánta|cuántos|cuántas|cuanto|cuantos|dónde|donde|cuándo|' +
      'cuando|cómo|como|quién|quien|por qué|a qué|a que|hasta qué|hasta que|desde qué|de qué|en qué|' +
      'con qué|para qué|hay|tenéis|teneis|tienen|tienes|tiene|puedo|podemos|puede|pueden|podéis|se|' +
      'aceptáis|aceptan|acepta|admitís|admiten|hacéis|hacen|hace|abrís|abren|abre|cerráis|cierran|' +
      'cierra|vendéis|venden|está|estáis|están|es|son|cobran|cobráis|ofrecen|ofrecéis|dan|dais|' +
      'sirven|servís|me|necesito|hace falta|hay que',
    and: 'y|e|o|además|también',
    money:
      'cuánto cuesta|cuánto cuestan|cuánto vale|cuánto valen|cuánto sale|cuánto salen|cuánto es|' +
      'cuánto son|cuánto cobran|cuánto cobráis|cuánto está|qué cuesta|qué vale|a cómo|precio|' +
      'precios|tarifa|tarifas|coste|costo',
    free: 'gratis|gratuito|gratuita|gratuitos|gratuitas|incluido|incluida|incluidos|sin coste|sin costo',
    yes: 'sí|si|x|✓|✔|✅|☑|disponible|incluido|incluida',
    no: 'no|-|–|—|✗|✘|❌|ninguno|ninguna|agotado|agotada',
    telling:
      'quién|quiénes|cuándo|dónde|adónde|cómo|cuánto|cuánta|cuántos|cuántas|no|sin|nunca|antes|' +
      'después|hasta|desde|solo',
    without: 'sin|no|libre de|libres de|ni',
  },

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

  unknown: 'No tengo esa información.',
  declined: 'Soy un asistente automático y solo puedo ayudarte con preguntas sobre este negocio.',
  offTopic:
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
