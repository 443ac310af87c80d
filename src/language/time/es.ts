import type { TimeWords } from './words.js';

const at = (time: string) => (time.startsWith('1:') ? `a la ${time}` : `a las ${time}`);

/** Coming by, which may ask for the hours. */
const ONE_COMES = 'se puede ir|se puede pasar';
const COMING =
  'puedo ir|puedo pasar|puedo pasarme|puedo venir|puedo acercarme|podemos ir|podemos pasar|' +
  'podría ir|podría pasar';

/** Spanish: days, times and opening hours. */
export const esTime: TimeWords = {
  weekdays:
    'lunes lune|martes marte|miércoles miercole miercoled|jueves jueve|viernes vierne|' +
    'sábado sábados|domingo domingos',
  weekdaysShort: 'lun lu l|mar ma m|mié mier mi x|jue ju j|vie vier vi v|sáb sa s|dom do d',
  months:
    'enero ene|febrero feb|marzo|abril abr|mayo|junio jun|julio jul|agosto ago|' +
    'septiembre setiembre sept sep|octubre oct|noviembre nov|diciembre dic',
  days: {
    today: 'hoy|oy|hoi|hoy día|el día de hoy|esta mañana|esta tarde|esta noche',
    now: 'sigue|siguen|seguís|ahora|ahorita|ahora mismo|ya|aún|todavía|en este momento|a esta hora|a estas horas',
    tomorrow: 'mañana|el día de mañana',
    dayAfterTomorrow: 'pasado mañana|pasado',
  },
  groups: {
    weekend: 'fin de semana|fines de semana|finde|findes',
    workdays:
      'entre semana|día de semana|días de semana|día laborable|días laborables|laborables|' +
      'días laborales|día hábil|días hábiles',
    everyDay:
      'todos los días|cada día|diariamente|a diario|7 días|siete días|toda la semana|esta semana|semana que viene|próxima semana',
  },
  parts: {
    morning:
      'por la mañana|por las mañanas|en la mañana|en las mañanas|a la mañana|de la mañana|' +
      'de mañana|esta mañana|mañanas|a primera hora|temprano',
    noon: 'mediodía|medio día|a la hora de comer|a la hora de la comida|del mediodía',
    afternoon:
      'por la tarde|por las tardes|en la tarde|en las tardes|a la tarde|de la tarde|esta tarde|' +
      'tarde|tardes',
    evening: '',
    night:
      'por la noche|por las noches|en la noche|en las noches|a la noche|de la noche|de noche|' +
      'esta noche|noche|noches|madrugada|de madrugada|de la madrugada',
  },
  holiday: 'festivo|festivos|día festivo|días festivos|feriado|feriados|día feriado|días feriados',
  holidays: {
    '12-24': 'nochebuena|noche buena|víspera de navidad',
    '12-25': 'navidad|día de navidad',
    '12-31': 'nochevieja|noche vieja|fin de año|víspera de año nuevo',
    '01-01': 'año nuevo|día de año nuevo',
    '01-06': 'reyes|día de reyes|epifanía',
    '05-01': 'día del trabajo|día del trabajador|día de los trabajadores',
    '08-15': 'día de la asunción',
    '11-01': 'todos los santos|día de todos los santos',
    '11-02': 'día de muertos|día de los muertos|día de los difuntos',
    '10-12': 'día de la hispanidad|día de la raza',
    '12-08': 'la inmaculada|día de la inmaculada',
  },
  seasons:
    'semana santa|viernes santo|jueves santo|sábado santo|lunes de pascua|pascua|carnaval|' +
    'carnavales|navidades|verano|invierno|otoño|primavera|temporada alta|temporada baja|' +
    'vacaciones|puente',
  clock: { '24:00': 'medianoche|media noche' },
  hourNames: 'una dos tres cuatro cinco seis siete ocho nueve diez once doce',

  to: 'a|al|hasta',
  and: 'y|e|o|u',
  between: 'entre',
  at: 'las|la',
  fractions: 'media|cuarto|pico',
  next: 'que viene|próximo|próxima|siguiente',
  except: 'excepto|salvo|menos|no',
  like: 'como|igual que|lo mismo que',

  open:
    'abre|abren|abres|abrís|abrimos|abrir|abrirá|abrirán|abriréis|abrirás|abriremos|abra|abran|' +
    'abrió|abrieron|abierto|abierta|abiertos|abiertas|apertura',
  close:
    'cierra|cierran|cierras|cerráis|cerrás|cerramos|cerrar|cerrará|cerrarán|cerraréis|cerraremos|' +
    'cierren|cerró|cerraron|cerrado|cerrada|cerrados|cerradas|cierre',
  hours:
    'horario|horarios|atendiendo|hay atención|horas de atención|horas de apertura|' +
    `${ONE_COMES}|` +
    'atienden|atendéis|atiende|atiendes|atendés|atendemos|' +
    'atender|trabajan|trabajáis|trabajas|trabajás|laboran|' +
    `${COMING}|` +
    'damos consulta|dan consulta|dais consulta|da consulta|' +
    'dar consulta|pasamos consulta|pasan consulta|pasa consulta|hay consulta|recibimos|reciben|recibís',
  which: 'qué días|qué día|cuáles días|que dias',
  present: 'estáis|están|está|estará|estarán|estaréis|estarás|estaríais|hay alguien|hay gente',
  coming:
    `${ONE_COMES}|${COMING}|` +
    'se puede venir|podemos venir|podríamos ir|podríamos pasar|me puedo pasar|me puedo acercar|' +
    'pasarme por ahí|pasarme por allí|hay alguien|habrá alguien',
  serve:
    'sirve|sirven|servís|servido|servidos|se sirve|se sirven|dan|dais|empieza|empiezan|comienza|' +
    'comienzan|termina|terminan|acaba|acaban|funciona|funcionan',
  closed:
    'cerrado|cerrada|cerrados|cerradas|cerramos|cierra|descanso|descansamos|no abrimos|no abre|' +
    'no hay servicio|no hay atención|sin atención|no atendemos|no se atiende|no hay consulta|no hay consultas|de vacaciones|por vacaciones',
  we: 'damos consulta|pasamos consulta|recibimos|abrimos|cerramos|atendemos|estamos|permanecemos|trabajamos|nosotros',
  when: 'qué hora|qué horas|q hora|q horas|k hora|hora|horas|horario|horarios|cuándo|cuando|hasta|desde|apertura|cierre',
  whatTime: 'qué hora|qué horas|q hora|q horas|k hora',
  trades:
    'panadería|pastelería|clínica|hotel|hostal|taller|farmacia|peluquería|barbería|salón|' +
    'academia|escuela|colegio|oficina|oficinas|despacho|consultorio|gestoría|agencia|empresa|' +
    'estudio|librería|ferretería',
  filler:
    'contacto|visítanos|visítenos|departamento|sección|área|fechas especiales|días especiales|excepciones|cierre anual|anual|' +
    'tienda|local|negocio|establecimiento|comercio|sitio|lugar|público|gente|clientes|puertas|' +
    'hora|horas|horario|día|días|semana|esta semana|habitual|general|comercial|atención|' +
    'atención al público|normal|normalmente|habitualmente|generalmente|exactamente|suelen|soléis|' +
    'suele|sueles|seguro|van|vais|va|vas|van a|va a|vais a|pregunta|consulta|consultar|duda|' +
    'información|info|gustaría|puedes|podéis|podrías|pudieran|indicar|indicarme|confirmar|' +
    'confirmarme|confirmas|buenas|buenos|oye|oiga|disculpa|disculpe|disculpen|perdón|perdona|' +
    'perdone|porfa|oigan|dices|digan|dígame|decime|dame|dan|manejan|manejáis|servicio|partir|volvéis|vuelven|pronto|porfavor|plis|los|las|aver|a ver|amigo|amigos|llega|llegan|horas seguidas|ininterrumpido|' +
    'ininterrumpida|ininterrumpidamente|permanece|permanecen|permanecerá|estará|continuo|continua|jornada|pausa|' +
    'sin cerrar|sin cerrar a mediodía|sin cerrar al mediodía|no cerramos|no cerramos a mediodía|' +
    'sin descanso|sin interrupción|horas al día',
  otherwise:
    'por qué|quién|quiénes|dónde|adónde|cómo están|cómo estáis|cómo estás|cómo está|qué tal|q tal|k tal|qué es|quiénes son',
  confused: 'bv cs cz sz gj iy',

  says: {
    today: (weekday) => `hoy, ${weekday},`,
    tomorrow: (weekday) => `mañana, ${weekday},`,
    dayAfterTomorrow: (weekday) => `pasado mañana, ${weekday},`,
    on: (day) => `el ${day}`,
    onHolidays: 'los días festivos',
    fromTo: (first, last) => `${first} a ${last}`,
    open: (day, hours) => `${day} abrimos ${hours}`,
    closed: (day) => `${day} está cerrado`,
    from: (from, to) => `de ${from} a ${to}`,
    allDay: 'las 24 horas',
    shut: 'cerrado',
    yes: 'sí',
    no: 'no',
    openNow: (until) => `ahora está abierto${until ? ` y cierra ${at(until)}` : ''}`,
    closedNow: 'ahora está cerrado',
    opensAt: (day, time) => `${day} abrimos ${at(time)}`,
    isToday: (weekday) => `hoy es ${weekday}:`,
    isTomorrow: (weekday) => `mañana es ${weekday}:`,
    isDayAfterTomorrow: (weekday) => `pasado mañana es ${weekday}:`,
    isDate: (date, weekday) => `el ${date} es ${weekday}:`,
  },
};
