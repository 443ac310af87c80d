import { describe, expect, it } from 'vitest';
import { askSections } from '../../../../test/support/time/business-hours.js';

describe('what is about something else', () => {
  const part = (title: string, section: string, text: string) => ({ title, section, text });
  const ask = (question: string, ...sections: ReturnType<typeof part>[]) =>
    askSections(question, sections);

  it('is left out where the hours stand beside it', () => {
    const shop = part('Opening hours', 'Shop', 'Mon-Sat 9:00-18:00\nSunday closed');
    const kitchen = part('Kitchen hours', '', 'Sunday 13:00-16:00');
    const terrace = part('Opening hours', 'Terrace', 'Every day 8:00-20:00');
    const said = ask('Are you open tomorrow?', kitchen, terrace, shop);
    expect(said).toEqual({ text: 'Tomorrow is Sunday:\n\nSunday closed', used: [2] });
  });

  it('is no answer where there is nothing else', () => {
    const sections = [
      part('Kitchen hours', '', 'Sunday 13:00-16:00'),
      part('Hotel', 'Deliveries', 'We deliver from Monday to Sunday, 9:00 to 13:00.'),
      part('Hotel', 'Breakfast', 'On Sundays breakfast is served from 8:00 to 11:00.'),
    ];
    expect(ask('Are you open tomorrow?', ...sections)).toBeUndefined();
  });

  it('is left out of a list, and of a paragraph', () => {
    const text =
      'We are open on Saturdays from 9:00 to 13:00. Repairs are collected on Saturdays until 11:00.\n\n' +
      '- Delivery on Saturdays: 7:00–9:00';
    const said = ask('Are you open today?', part('Workshop', 'Opening hours', text));
    expect(said?.text).toContain('9:00 to 13:00');
    expect(said?.text).not.toMatch(/11:00|7:00/);
  });

  it('is named where nobody can tell which hours are the business’s', () => {
    const said = ask(
      'Are you open tomorrow?',
      part('Restaurant', 'Opening hours', 'Daily 13:00-16:00'),
      part('Pool', 'Opening hours', 'Sunday 10:00-16:00'),
    );
    expect(said?.text).toContain('**Restaurant · Opening hours**\n\nDaily 13:00-16:00');
    expect(said?.text).toContain('**Pool · Opening hours**\n\nSunday 10:00-16:00');
  });

  it('is told where it closes on the very date', () => {
    const text =
      '- Monday to Friday: 8:30–18:00\n\nThe clinic is closed from 24 December to 2 January.';
    const said = ask('Are you open on Dec 28?', part('Opening hours', '', text));
    expect(said?.text).toContain('The clinic is closed from 24 December to 2 January.');
    expect(said?.text).not.toContain('8:30');
  });
});
