import { expect, it } from 'vitest';
import { mediumKind } from './medium-kind.js';

const hex = (bytes: string, text = '') =>
  Buffer.concat([Buffer.from(bytes, 'hex'), Buffer.from(text, 'latin1')]);
const box = (brand: string, ...handlers: string[]) =>
  hex(
    '00000018',
    `ftyp${brand}....moov${handlers.map((of) => `hdlr\0\0\0\0\0\0\0\0${of}`).join('')}`,
  );

it.each([
  ['a voice note of WhatsApp', hex('4f67675300020000', '........OpusHead'), 'voice', 'ogg'],
  ['an Ogg with film', hex('4f67675300020000', '....\x80theora'), 'video', 'ogv'],
  ['MP3 with its tag', hex('49443303'), 'voice', 'mp3'],
  ['MP3 without it', hex('fffb9064'), 'voice', 'mp3'],
  ['AAC', hex('fff15080'), 'voice', 'aac'],
  ['AMR', hex('', '#!AMR\n'), 'voice', 'amr'],
  ['WAV', hex('', 'RIFF....WAVEfmt '), 'voice', 'wav'],
  ['sound in MP4', box('M4A ', 'soun'), 'voice', 'm4a'],
  ['sound in 3GP', box('3gp4', 'soun'), 'voice', 'm4a'],
  ['film in MP4', box('isom', 'vide', 'soun'), 'video', 'mp4'],
  ['film in WebM', hex('1a45dfa3', '....V_VP9....A_OPUS'), 'video', 'webm'],
  ['sound in WebM', hex('1a45dfa3', '....A_OPUS'), 'voice', 'webm'],
  ['a sticker', hex('', 'RIFF....WEBPVP8 '), 'sticker', 'webp'],
  ['JPEG', hex('ffd8ffe0'), 'picture', 'jpg'],
  ['PNG', hex('89504e470d0a1a0a'), 'picture', 'png'],
  ['a contact', hex('', 'BEGIN:VCARD\r\nVERSION:3.0\r\n'), 'contact', 'vcf'],
  ['PDF', hex('', '%PDF-1.7'), 'document', ''],
  ['anything else', hex('', 'Hello'), 'document', ''],
  ['nothing', Buffer.alloc(0), 'document', ''],
])('%s is told by its bytes', (_, bytes, kind, extension) => {
  expect(mediumKind(bytes)).toEqual({ kind, extension });
});
