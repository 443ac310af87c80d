import { UnreadableFile } from '../read-file.js';

/** A phone's picture has 12 million pixels. OCR took 430 MB for 18 million, and 900 for 46. */
const MOST_PIXELS = 30_000_000;

/**
 * Throws `UnreadableFile` for a picture whose head declares more pixels than can be unpacked, or
 * none. A few bytes of it can declare gigabytes, and the program that unpacks them believes it.
 */
export function checkSize(bytes: Uint8Array): void {
  const size = sizeOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!size || !size[0] || !size[1])
    throw new UnreadableFile('damaged', 'The picture is damaged. Save it again as PNG or JPEG.');
  if (size[0] * size[1] > MOST_PIXELS)
    throw new UnreadableFile(
      'too-large',
      `The picture has ${size[0]} by ${size[1]} pixels. Save it with at most ${MOST_PIXELS / 1e6} million.`,
    );
}

type Size = [width: number, height: number];

function sizeOf(file: Buffer): Size | undefined {
  try {
    const start = file.toString('latin1', 0, 4);
    if (start === '\x89PNG') return [file.readUInt32BE(16), file.readUInt32BE(20)];
    if (start === 'RIFF') return sizeOfWebp(file);
    if (start === 'GIF8') return [file.readUInt16LE(6), file.readUInt16LE(8)];
    if (start.startsWith('BM')) return [file.readInt32LE(18), Math.abs(file.readInt32LE(22))];
    return start.startsWith('\xFF\xD8') ? sizeOfJpeg(file) : sizeOfTiff(file);
  } catch (error) {
    // It ends before its size is said.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function sizeOfJpeg(file: Buffer): Size | undefined {
  for (let at = 2; file[at] === 0xff; at += 2 + file.readUInt16BE(at + 2)) {
    const marker = file[at + 1];
    // Start of frame (ITU T.81, table B.1), without the three that share its numbers.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return [file.readUInt16BE(at + 7), file.readUInt16BE(at + 5)];
  }
  return undefined;
}

function sizeOfWebp(file: Buffer): Size | undefined {
  const kind = file.toString('latin1', 12, 16);
  if (kind === 'VP8X') return [file.readUIntLE(24, 3) + 1, file.readUIntLE(27, 3) + 1];
  if (kind === 'VP8 ') return [file.readUInt16LE(26) & 0x3fff, file.readUInt16LE(28) & 0x3fff];
  const bits = file.readUInt32LE(21);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

/** Tags 256 and 257 of the first directory (TIFF 6.0). */
function sizeOfTiff(file: Buffer): Size | undefined {
  const little = file.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? file.readUInt16LE(at) : file.readUInt16BE(at));
  const long = (at: number) => (little ? file.readUInt32LE(at) : file.readUInt32BE(at));
  const directory = long(4);
  const found: number[] = [];
  for (let n = 0; n < short(directory); n++) {
    const entry = directory + 2 + 12 * n;
    const value = short(entry + 2) === 3 ? short(entry + 8) : long(entry + 8);
    if (short(entry) === 256 || short(entry) === 257) found[short(entry) - 256] = value;
  }
  return found[0] && found[1] ? [found[0], found[1]] : undefined;
}
