import { describe, expect, it } from 'vitest';
import { isOfAnother } from './other-size.js';

describe('what is said of another size', () => {
  it.each([
    ['fianza del generador de 7 kw?', '| Generador de 2 kW | $35 |'],
    ['how much is the C1 group', '| French A1 | €70 |\n| French B1 | €79 |'],
    ['precio del tornillo M10', '- Tornillo M8: 0,20 €\n- Tornillo M6: 0,15 €'],
    ['un saco de 25kg', '| Saco de 10 kg | 12 € |'],
    ['wheel of 29 in', '- Wheel of 26 in: €40'],
  ])('%s', (question, text) => expect(isOfAnother(question, text)).toBe(true));

  it.each([
    ['fianza del generador de 2kW?', '| Generador de 2 kW | $35 |'],
    ['how much is the b1 group', '| French A1 | €70 |\n| French B1 | €79 |'],
    ["I'm 10 km away, do you deliver?", 'We deliver within 6 km.'],
    ['abren a las 9 am?', 'Abrimos a las 10 am.'],
    ['saco de 25 kg', '| Saco | 12 € |'],
    ['a bag of 1 kilo', '- Bag of 1000 g: €3'],
    ['1.001 kg of it', '- Bag of 1001 g: €3'],
    ['1,000 kg of sand', '- Sand, 1000 kg: €80'],
    ['are there 5 in stock?', '- TV 42 in: €300'],
    ['tarta para 10 personas', '| Tarta para 8 personas | 30 € |'],
    ['can I come at 5 on the 3rd', 'Open until 6 on the 4th.'],
  ])('not so: %s', (question, text) => expect(isOfAnother(question, text)).toBe(false));
});
