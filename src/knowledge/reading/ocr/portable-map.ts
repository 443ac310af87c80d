/** A picture as pdf.js unpacks it. `kind` 1: a bit for each pixel; 2: RGB; 3: RGB and opacity. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
  kind: number;
}

/**
 * The picture in the plainest of formats (Netpbm's PGM, which Tesseract reads): a grey value for
 * each pixel, turned clockwise by `rotate` degrees as its page is.
 */
export function asPortableMap(picture: Pixels, rotate: number): Uint8Array {
  const { width, height } = picture;
  const quarters = (((rotate / 90) % 4) + 4) % 4;
  const [across, down] = quarters % 2 ? [height, width] : [width, height];
  const head = Buffer.from(`P5\n${across} ${down}\n255\n`, 'latin1');
  const map = new Uint8Array(head.length + width * height);
  map.set(head);
  const greyAt = greyOf(picture);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [column, row] = [
        [x, y],
        [height - 1 - y, x],
        [width - 1 - x, height - 1 - y],
        [y, width - 1 - x],
      ][quarters];
      map[head.length + row * across + column] = greyAt(x, y);
    }
  return map;
}

function greyOf({ data, width, kind }: Pixels): (x: number, y: number) => number {
  if (kind === 1) {
    const stride = (width + 7) >> 3;
    return (x, y) => ((data[y * stride + (x >> 3)] >> (7 - (x & 7))) & 1) * 255;
  }
  const channels = kind === 3 ? 4 : 3;
  return (x, y) => {
    const at = (y * width + x) * channels;
    return (data[at] * 3 + data[at + 1] * 6 + data[at + 2]) / 10;
  };
}
