import { fold, type Language } from '../language/language.js';

type Courtesy = 'greeting' | 'thanks' | 'goodbye' | 'assent';
export type SmallTalk = Courtesy | 'help';

/** Without accents. Longer phrases before those that they start with. */
const PHRASES: Record<Courtesy, string> = {
  greeting:
    'hola|holi|buenos dias|buen dia|buenas tardes|buenas noches|buenas|que tal|como estas|como esta|' +
    'hello|hi there|hi|hey|good morning|good afternoon|good evening|how are you',
  thanks:
    'muchisimas gracias|muchas gracias|mil gracias|gracias por todo|gracias|thank you so much|' +
    'thank you very much|thank you|thanks a lot|many thanks|thanks|thx',
  goodbye:
    'adios|hasta luego|hasta pronto|hasta manana|chao|chau|nos vemos|goodbye|good night|bye bye|bye|' +
    'see you later|see you soon|see you',
  assent:
    'ok|okay|okey|vale|perfecto|genial|de acuerdo|entendido|estupendo|muy bien|great|perfect|' +
    'alright|all right|got it|sounds good|cool',
};

const phrase = (phrases: string) =>
  new RegExp(`^[^\\p{L}\\p{N}]*(?:${phrases})(?![\\p{L}\\p{N}])`, 'iu');
const KINDS = (Object.keys(PHRASES) as Courtesy[]).map(
  (kind) => [kind, phrase(PHRASES[kind])] as const,
);

/** A text without the courtesies that it starts with, and the most telling of them. */
export function parseSmallTalk(text: string): { kind?: Courtesy; rest: string } {
  let rest = text.normalize('NFC');
  let kind: Courtesy | undefined;
  for (;;) {
    const found = KINDS.find(([, pattern]) => pattern.test(fold(rest)));
    if (!found) return { kind, rest };
    kind = found[0];
    // Folding only drops marks that NFC has joined to their letters, so lengths agree.
    rest = rest.slice(found[1].exec(fold(rest))![0].length);
  }
}

/** Whole messages; the English ones are Twilio's own words for it. More than that is a question. */
const HELP = /^[^\p{L}\p{N}]*(?:help|info|ayuda|informacion)[^\p{L}\p{N}]*$/iu;

/** What the text is, when it is nothing but courtesy, or a call for help. */
export function smallTalk(text: string): SmallTalk | undefined {
  if (HELP.test(fold(text.normalize('NFC')))) return 'help';
  const { kind, rest } = parseSmallTalk(text);
  return /[\p{L}\p{N}]/u.test(rest) ? undefined : kind;
}

const LINES: Record<Language, Record<SmallTalk, (name: string) => string>> = {
  es: {
    greeting: (name) => `¡Hola! Soy ${name}. ¿En qué puedo ayudarte?`,
    thanks: () => '¡De nada! Si necesitas algo más, aquí estoy.',
    goodbye: () => '¡Hasta pronto! Aquí estoy cuando lo necesites.',
    assent: () => '¡Perfecto! Si necesitas algo más, escríbeme.',
    help: (name) =>
      `Soy ${name}: pregúntame lo que quieras saber. Para no recibir más mensajes, escribe BAJA.`,
  },
  en: {
    greeting: (name) => `Hello! I'm ${name}. How can I help you?`,
    thanks: () => "You're welcome! If you need anything else, I'm here.",
    goodbye: () => "See you soon! I'm here whenever you need me.",
    assent: () => 'Great! If you need anything else, write to me.',
    help: (name) =>
      `I'm ${name}: ask me what you want to know. To get no more messages, send STOP.`,
  },
};

/** A friendly line back. */
export function smallTalkLine(kind: SmallTalk, language: Language, botName: string): string {
  return LINES[language][kind](botName);
}

/** What is said when the documents don't say. */
export const UNKNOWN = {
  es: 'No tengo esa información. Si lo prefieres, te atenderá una persona del equipo.',
  en: "I don't have that information. If you prefer, a person of the team will help you.",
};
