import type { message as en } from '../en/message.js';

const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('es')} ${n === 1 ? one : many}`;

export const message: typeof en = {
  title: 'Mensaje',
  wrote: 'Escribió',
  wroteNothing: 'Llegó sin texto.',
  answer: 'Respuesta',
  byPerson: 'Escribió una persona',
  noAnswer: 'No se le dijo nada.',
  notYet: 'Todavía no hay respuesta.',
  modes: {
    llm: 'del modelo',
    extractive: 'con palabras de los documentos',
    fallback: 'con el mensaje de reserva',
    person: 'de una persona',
  } as Record<string, string>,
  parts: (n: number) => count(n, 'mensaje', 'mensajes'),
  together: (n: number) => `Respondido junto con ${count(n, 'mensaje más', 'mensajes más')}`,
  why: 'Por qué esta respuesta',
  conversation: 'Conversación',

  outcomes: {
    answered: 'Respondido',
    limited: 'Por encima del límite',
    opted_out: 'Dado de baja',
    human: 'Para una persona',
    dead: 'Abandonado',
    uncertain: 'Incierto',
    none: 'En curso',
    api: 'Respondido por la API',
  },
  tones: { good: 'bien', calm: 'normal', warn: 'con problemas', bad: 'falló' },
  took: (text: string) => `en ${text}`,
  since: (text: string) => `${text} hasta ahora`,

  sid: 'SID',
  id: 'Id',
  requestId: 'Petición',
  copy: (what: string) => `Copiar: ${what}`,
  copied: 'Copiado',

  retry: 'Enviar otra vez',
  retryTitle: '¿Enviarlo otra vez?',
  retryHint: 'Lo que no se aceptó se envía ahora, en cuanto la conversación esté libre.',
  retryUncertain: 'Nadie sabe si se envió. Si se envió, el cliente lo recibe por segunda vez.',
  retried: 'Se está enviando otra vez.',
  discard: 'Descartar',
  discardTitle: '¿Descartar este fallo?',
  discardHint:
    'Sale de la lista de fallos y no se envía nada más. Lo que fue del mensaje queda como está.',
  discarded: 'Ya no está en la lista de fallos.',

  replay: 'Preguntar otra vez',
  replayHint:
    'Un ensayo: qué se respondería ahora, con lo que se había dicho antes. No se guarda ni se envía nada.',
  replayTitle: 'La respuesta de ahora, junto a la de antes',
  replaying: 'Se está haciendo la respuesta…',
  formerly: 'Entonces',
  now: 'Ahora',
  nothingThen: 'No se dijo nada.',
  nothingNow: 'No se diría nada.',
  same: 'La misma respuesta',
  different: 'Otra respuesta',
  handover: 'Después, el cliente esperaría a una persona.',
  sources: 'De',
  noSources: 'De ningún documento',

  received: 'Tal como llegó',
  notKept: 'No se guarda nada de cómo llegó.',
  via: {
    webhook: 'Twilio llamó al webhook.',
    status:
      'Twilio llamó a la dirección de los avisos de estado: dale la del webhook para los mensajes.',
    list: 'No llegó ningún webhook: se encontró en la lista de Twilio.',
  },
  signedBy: (who: string) => `Firmada con ${who}`,
  acknowledged: (text: string) => `confirmada en ${text}`,
  headers: 'Cabeceras',
  form: 'Formulario',
  cut: 'Algo era demasiado largo y aquí está cortado.',
  curl: 'curl',
  curlHint: 'Sin su firma, que no se guarda: Recado la rechaza.',
  maskedHint: 'Los nombres y números están ocultos: muéstralos con el ojo de arriba.',

  evidence: '¿Se envió? Lo que se sabe en ambos lados',
  error: 'Qué falló',
  cure: 'Qué hacer',
};
