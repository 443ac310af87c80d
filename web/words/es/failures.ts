import type { failures as en } from '../en/failures.js';

const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('es')} ${n === 1 ? one : many}`;

export const failures: typeof en = {
  title: 'Fallos',
  lead: 'Lo que no se pudo enviar, lo que quizá se envió y las respuestas que el modelo no hizo.',
  empty: 'No ha fallado nada',
  emptyHint: 'Aquí aparecen los mensajes que no se pueden enviar o cuyo envío es incierto.',
  noneOfKind: 'Ninguno de este tipo',
  noneOfKindHint: 'Mira los otros tipos, arriba.',
  filter: 'Qué fallos',
  all: 'Todos',
  kinds: { dead: 'Abandonados', uncertain: 'Inciertos', fallback: 'Sin el modelo' },
  kindHints: {
    dead: 'No se envió, o no del todo.',
    uncertain: 'Nadie sabe si se envió: lo decide una persona.',
    fallback:
      'El cliente tiene respuesta, pero no del modelo: palabras de los documentos o el mensaje de reserva.',
  },

  account: 'Twilio no acepta ningún mensaje',
  heldLine: (line: string) =>
    `Twilio no acepta mensajes de ${line === 'default' ? 'la línea principal' : line}`,
  accountWaiting: (n: number) => count(n, 'respuesta espera', 'respuestas esperan'),
  accountSince: 'desde',
  accountNext: 'próximo intento',

  list: 'Fallos',
  select: (what: string) => `Seleccionar ${what}`,
  selectAll: (n: number) => `Seleccionar los ${n.toLocaleString('es')} que se muestran`,
  selected: (n: number) => count(n, 'fallo seleccionado', 'fallos seleccionados'),
  retry: 'Enviar otra vez',
  discard: 'Descartar',
  unselect: 'Quitar la selección',

  asked: 'Preguntó',
  answered: 'Respondido',
  toSend: 'Por enviar',
  byPerson: 'Escrito por una persona',
  nothingMade: 'No se hizo ninguna respuesta.',
  code: (code: number) => `Twilio ${code}`,
  cure: 'Qué hacer',
  timeLine: 'Línea de tiempo',
  conversation: 'Conversación',

  retryTitle: (n: number) => `¿Enviar otra vez ${count(n, 'fallo', 'fallos')}?`,
  retryHint: 'Lo que falta de cada uno se envía ahora, en cuanto su conversación esté libre.',
  retryUncertain: (n: number) =>
    n === 1
      ? 'Uno es incierto: puede que ya se enviara, y el cliente lo recibiría dos veces.'
      : `${n.toLocaleString('es')} son inciertos: puede que ya se enviaran, y los clientes los recibirían dos veces.`,
  retryFallback: (n: number) =>
    n === 1
      ? 'De uno no hay nada que enviar: el cliente ya tiene respuesta. Se queda aquí.'
      : `De ${n.toLocaleString('es')} no hay nada que enviar: los clientes ya tienen respuesta. Se quedan aquí.`,
  discardTitle: (n: number) => `¿Descartar ${count(n, 'fallo', 'fallos')}?`,
  discardHint:
    'Salen de esta lista y no se envía nada más. Lo que fue de los mensajes queda como está.',

  done: {
    retry: (n: number) => `${count(n, 'fallo se envía', 'fallos se envían')} otra vez`,
    discard: (n: number) => count(n, 'fallo descartado', 'fallos descartados'),
  },
  refused: (n: number) => count(n, 'rechazado', 'rechazados'),
  refusals: 'Lo que se rechazó y por qué',
  brokeOff: 'Se interrumpió a medias: el resto no se intentó.',

  evidence: 'Lo que se sabe del intento',
  attempt: 'Intento',
  here: 'Aquí',
  atTwilio: 'En la lista de Twilio',
  begun: 'empezado',
  from: 'de',
  to: 'a',
  noResult: 'No se conoce el resultado de la petición.',
  sid: 'SID',
  notLooked: 'Aún no se ha buscado.',
  looks: (n: number) => `${count(n, 'búsqueda', 'búsquedas')}, la última`,
  incomplete: 'La lista no se leyó lo bastante hacia atrás.',
  absent: 'Nada que pueda ser él, desde',
  absentHint: 'Que no esté no prueba nada: puede aparecer más tarde.',
  noneYet: 'Nada que pueda ser él.',
  fits: 'Puede ser él',
  fitsNot: 'No es él',
};
