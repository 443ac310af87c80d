import { expect, it } from 'vitest';
import { completed } from './completed.js';

it.each([
  ['es', '¿de qué tamaño?', 'Quiero una tarta,', 'Quiero una tarta, ¿de qué tamaño?'],
  ['en', 'Which colour?', 'I want the mug.', 'I want the mug. Which colour?'],
  ['en', 'of which size?', 'We take the tent,', 'We take the tent, of which size?'],
  ['es', '¿qué horario tenéis?', 'Voy con mi perro,', '¿qué horario tenéis?'],
  ['es', '¿a qué hora?', 'Voy con mi perro,', '¿a qué hora?'],
  ['en', 'Is there parking?', "I'm coming by car.", 'Is there parking?'],
  ['es', '¿parking?', 'Voy en coche,', '¿parking?'],
  ['es', '¿de qué tamaño?', undefined, '¿de qué tamaño?'],
] as const)('%s: %s after %s', (language, text, beside, searched) => {
  expect(completed({ text, beside, language })).toBe(searched);
});
