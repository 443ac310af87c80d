import { describe, expect, it } from 'vitest';
import { guessSearchLanguage } from './guess.js';

describe('guessSearchLanguage', () => {
  it.each([
    ['de', 'Wann habt ihr am Sonntag geöffnet? Wir sind dann mit dem Auto da.'],
    ['fr', 'Vous pouvez retirer votre commande dans la boutique le lendemain.'],
    ['pt', 'Fazemos entregas em toda a cidade, mas não aos domingos.'],
    ['it', 'Il negozio è aperto tutti i giorni della settimana, anche la domenica.'],
    ['nl', 'Wij zijn open van maandag tot vrijdag en wij bezorgen ook bij u thuis.'],
    ['ru', 'Мы открыты с понедельника по пятницу, а также по субботам.'],
    ['tr', 'Mağazamız hafta içi ve hafta sonu saat dokuzda açılır, çok bekleriz.'],
    ['ro', 'Suntem deschiși în fiecare zi și livrăm comenzile în tot orașul.'],
    ['es', 'Los domingos abrimos de nueve a dos, y los lunes no.'],
    ['en', 'On Sundays we are open from nine to two, and not on Mondays.'],
    ['other', '営業時間は九時から五時までです。'],
    ['other', 'ร้านเปิดทุกวันตั้งแต่เก้าโมง'],
  ])('%s: %s', (language, text) => expect(guessSearchLanguage(text)).toBe(language));

  it.each([
    'Το κατάστημα είναι ανοιχτό κάθε μέρα εκτός Κυριακής',
    'Cửa hàng có mở cửa vào chủ nhật không? Là gì?',
    'Sklep jest otwarty codziennie, również w niedzielę, a chleb pieczemy w nocy. Możesz płacić kartą.',
  ])('is another for letters of no language that has a file: %s', (text) => {
    expect(guessSearchLanguage(text)).toBe('other');
  });

  it('is undefined where only letters of all are written, in a language that has no file', () => {
    expect(guessSearchLanguage('Toko kami buka setiap hari kecuali Minggu')).toBe(undefined);
  });

  it.each([
    ['en', 'Is Łukasz there, and can he cut my hair at nine?'],
    ['es', '¿Está Šárka hoy en la tienda? Quiero hablar con ella de mi pedido.'],
  ])('takes a name for no language, %s: %s', (language, text) => {
    expect(guessSearchLanguage(text)).toBe(language);
  });

  it('takes no word that each row of a table has for a language', () => {
    const table =
      'Plant | 12 cm pot | 20 cm pot\nFern | 6.10 | 14.20\nOrchid for the desk | 9.50 | 21.00';
    expect(guessSearchLanguage(table)).toBe('en');
    expect(guessSearchLanguage('Fern pot | Rose pot | Palm pot')).toBe(undefined);
  });

  it.each([
    ['en', 'was the war also in the hat?'],
    ['en', 'die cut stickers, how much?'],
    ['es', '¿Hay pan sin gluten?'],
    ['es', 'cuanto cuesta o vale'],
    ['en', 'do you have a menu'],
  ])('takes no question of the bot for another language, %s: %s', (language, text) => {
    expect(guessSearchLanguage(text)).toBe(language);
  });
});
