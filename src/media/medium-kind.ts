import type { MediaKind } from './medium.js';

/** A kind, and the file extension under which others know such a file. */
export interface Told {
  kind: MediaKind;
  extension: string;
}

/** First bytes, in hexadecimal; a dot stands for any digit. */
const SIGNS: [start: RegExp, kind: MediaKind, extension: string][] = [
  [/^494433|^fff[ab23]/, 'voice', 'mp3'],
  [/^fff[019]/, 'voice', 'aac'],
  [/^2321414d52/, 'voice', 'amr'],
  [/^664c6143/, 'voice', 'flac'],
  [/^52494646.{8}57415645/, 'voice', 'wav'],
  [/^52494646.{8}57454250/, 'sticker', 'webp'],
  [/^52494646.{8}41564920|^000001b[a3]|^464c56/, 'video', 'avi'],
  [/^89504e470d0a1a0a/, 'picture', 'png'],
  [/^ffd8ff/, 'picture', 'jpg'],
  [/^474946383[79]61/, 'picture', 'gif'],
  [/^49492a00|^4d4d002a/, 'picture', 'tif'],
  [/^424d.{8}0000/, 'picture', 'bmp'],
  [/^.{8}66747970(68656963|68656978|6d696631|61766966)/, 'picture', 'heic'],
];
/** As much of a film is looked at for what its tracks are. */
const HEAD = 256 * 1024;

/**
 * What a file is, by its bytes: what is declared of it can be wrong, or a lie. What has no sign of its
 * own is a document, which may turn out to be none when it is read.
 */
export function mediumKind(bytes: Buffer): Told {
  const start = bytes.subarray(0, 16).toString('hex');
  const signed = SIGNS.find(([sign]) => sign.test(start));
  if (signed) return { kind: signed[1], extension: signed[2] };
  if (start.startsWith('4f676753')) return ofTracks(bytes, /\x80theora|video\//, /./, 'ogg', 'ogv');
  if (start.startsWith('1a45dfa3')) return ofTracks(bytes, /V_[A-Z]/, /A_[A-Z]/, 'webm', 'webm');
  if (/^.{8}66747970/.test(start)) return ofBoxes(bytes);
  if (/^(\xef\xbb\xbf)?\s*BEGIN:VCARD/i.test(bytes.toString('latin1', 0, 64)))
    return { kind: 'contact', extension: 'vcf' };
  return { kind: 'document', extension: '' };
}

function ofTracks(bytes: Buffer, film: RegExp, sound: RegExp, ...names: [string, string]): Told {
  const head = bytes.toString('latin1', 0, HEAD);
  if (film.test(head)) return { kind: 'video', extension: names[1] };
  return sound.test(head)
    ? { kind: 'voice', extension: names[0] }
    : { kind: 'unknown', extension: names[0] };
}

/**
 * MP4 and 3GP (ISO 14496-12): the handler of each track says whether it is sound or film. The list of
 * tracks may stand at the end of the file.
 */
function ofBoxes(bytes: Buffer): Told {
  const handlers = new Set<string>();
  for (let at = bytes.indexOf('hdlr'); at >= 0; at = bytes.indexOf('hdlr', at + 4))
    handlers.add(bytes.toString('latin1', at + 12, at + 16));
  if (handlers.has('vide')) return { kind: 'video', extension: 'mp4' };
  if (handlers.has('soun') || /M4[AB] /.test(bytes.toString('latin1', 8, 12)))
    return { kind: 'voice', extension: 'm4a' };
  return { kind: 'video', extension: 'mp4' };
}
