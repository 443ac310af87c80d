import type { knowledge as en } from '../en/knowledge.js';

const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('es')} ${n === 1 ? one : many}`;

export const knowledge: typeof en = {
  title: 'Conocimiento',
  views: { documents: 'Documentos', answers: 'Respuestas', suggested: 'Sugeridas', try: 'Probar' },

  drop: 'Suelta archivos aquí o elígelos',
  dropHint:
    'PDF, Word, Markdown, texto, HTML, CSV o la imagen de una página; 20 MB cada uno. Un archivo con un nombre que ya está ocupa su lugar.',
  addPage: 'Añadir una página web',
  addText: 'Escribir un texto',
  uploads: 'Archivos entregados',
  clear: 'Quitar de la lista',
  waits: 'En espera',
  reading: 'Leyéndose',
  sent: (percent: number) => `${percent} % enviado`,
  stop: 'Detener',
  stopped: 'Detenido',
  outcomes: { new: 'Añadido', replaced: 'Sustituido', unchanged: 'Sin cambios: ya estaba igual' },
  notTaken: 'No se ha aceptado',
  unreached: 'El servidor no respondió. Vuelve a darle el archivo.',
  tooLarge: 'Tiene más de 20 MB: divídelo o guárdalo sin sus imágenes.',

  documents: 'Documentos',
  noDocuments: 'Aún no hay documentos',
  noDocumentsHint:
    'Las respuestas se hacen con lo que dicen tus documentos. Suelta arriba tus precios, horarios o condiciones.',
  find: 'Buscar un documento',
  noneFound: 'Ningún documento tiene eso en su nombre.',
  columns: { title: 'Documento', size: 'Tamaño', passages: 'Pasajes', changed: 'Cambiado' },
  characters: (n: number) => count(n, 'carácter', 'caracteres'),
  passages: (n: number) => count(n, 'pasaje', 'pasajes'),
  remove: 'Borrar',
  removeNamed: (title: string) => `Borrar ${title}`,
  removeTitle: '¿Borrar este documento?',
  removeHint:
    'No se hará ninguna respuesta más con él. Quien tenga el archivo puede volver a añadirlo.',
  removed: 'Borrado',
  added: { new: 'Añadido', replaced: 'Sustituido', unchanged: 'Nada ha cambiado' },

  page: {
    title: 'Añadir una página web',
    hint: 'Su texto se lee una vez, ahora. Añádela de nuevo para leer lo que diga entonces.',
    address: 'Dirección',
    submit: 'Leer la página',
  },
  text: {
    title: 'Escribir un texto',
    name: 'Título',
    text: 'Texto',
    hint: 'Los títulos (# …), las listas y las tablas se leen como Markdown.',
    submit: 'Guardar',
  },

  back: 'Todos los documentos',
  source: 'Leído de',
  file: 'Archivo',
  asPassages: 'Pasajes',
  asText: 'Texto completo',
  passagesHint:
    'Esto es lo que se busca y con lo que se hacen las respuestas: cada pasaje tal como es.',
  passage: (n: number) => `Pasaje ${n}`,
  onPage: (page: number) => `página ${page}`,
  atTop: 'Al principio',
  noPassages: 'No contiene nada que se pueda buscar.',
  metadata: 'Lo que el archivo dice de sí mismo',

  answers: 'Tus respuestas',
  answersHint:
    'Se envían tal cual a quien haga una de sus preguntas, antes de mirar ningún documento.',
  noAnswers: 'Aún no hay respuestas tuyas',
  noAnswersHint: 'Escribe una para lo que los documentos responden mal o no deben responder.',
  addAnswer: 'Añadir una respuesta',
  edit: 'Editar',
  editNamed: (question: string) => `Editar «${question}»`,
  served: (n: number) => (n ? `Dada ${count(n, 'vez', 'veces')}` : 'Aún no se ha dado'),
  lastServed: 'la última',
  otherWordings: (n: number) => count(n, 'forma más de preguntarlo', 'formas más de preguntarlo'),
  corrects: 'Corrige una respuesta',
  removeAnswerTitle: '¿Borrar esta respuesta?',
  removeAnswerHint: 'A quien pregunte esto se le responderá otra vez con los documentos.',
  form: {
    add: 'Añadir una respuesta',
    change: 'Cambiar la respuesta',
    questions: 'Preguntas, una por línea',
    questionsHint:
      'Otras formas de la misma pregunta. El orden, las tildes y los pequeños fallos no importan.',
    answer: 'Respuesta',
    answerHint: 'Markdown: **negrita**, listas. Se envía tal cual.',
    save: 'Guardar',
  },

  suggested: {
    hint: 'Lo que respondió una persona donde el bot no tenía respuesta. No se usa nada hasta que lo apruebes: mira si era solo para una persona.',
    none: 'No hay nada sugerido',
    noneHint: 'Cuando una persona responde a una pregunta que el bot dejó abierta, se ve aquí.',
    approve: 'Usar como respuesta',
    edit: 'Editar antes',
    dismiss: 'Descartar',
  },

  ask: 'Pregunta',
  askHint:
    'Se responde como a un cliente que pregunta esto lo primero. No se guarda ni se envía nada.',
  askPlaceholder: '¿Repartís los domingos?',
  askButton: 'Probar',
  answered: 'Respuesta',
  handover: 'A partir de ahí, el cliente esperaría a una persona.',
  branches: {
    curated: 'Tu respuesta',
    hours: 'Horario',
    documents: 'Palabras de los documentos',
    model: 'Escrita por el modelo',
    refusal: 'Dice que no lo sabe',
    fallback: 'Mensaje de reserva',
    handover: 'Pasada a una persona',
    plain: 'Una frase que no necesita documento',
    form: 'Una frase para este tipo de mensaje',
    limited: 'Demasiados mensajes',
    opt_out: 'No más mensajes',
    opt_in: 'Mensajes de nuevo',
  },
  took: (ms: number) =>
    ms < 1000
      ? `${Math.round(ms)} ms`
      : `${(ms / 1000).toLocaleString('es', { maximumFractionDigits: 1 })} s`,
  writeAnswer: 'Escribir tu respuesta',
  found: 'Lo que se encontró',
  foundHint: (percent: number) =>
    `Cuán seguro es que un pasaje responde. Por debajo del ${percent} % no llega a ningún cliente.`,
  nothingFound: 'No se encontró nada en los documentos.',
  notSearched: 'Para esto no se buscó en los documentos.',
  below: (n: number) => `${count(n, 'pasaje', 'pasajes')} por debajo del umbral`,
  used: 'En la respuesta',
  enough: 'Por encima del umbral',
  tooLittle: 'Por debajo del umbral',
  latest: 'Preguntas recientes',
  latestHint: 'Pulsa una para probarla.',
  noLatest: 'Nadie ha preguntado nada todavía.',
  times: (n: number) => `${n}×`,
  modes: {
    curated: 'tu respuesta',
    llm: 'por el modelo',
    extractive: 'sin el modelo',
    fallback: 'mensaje de reserva',
    none: 'sin respuesta',
  },
  bySender: 'WhatsApp',
  byApi: 'API',
};
