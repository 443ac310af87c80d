/** A line of text: where it begins, from the left and from the bottom, in points, and its size. */
export interface PdfLine {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

interface Options {
  title?: string;
  /** Further entries of the trailer, such as of an encryption. */
  trailer?: string;
}

/** A PDF by hand: A4 pages with lines of Helvetica, whose letters are those of Windows-1252. */
export function pdfOf(pages: PdfLine[][], options: Options = {}): Buffer {
  return pdfWith(
    pages.map((lines) => contentOf(lines)),
    options,
  );
}

/** The same with whatever is drawn on each page. */
export function pdfWith(contents: string[], { title, trailer = '' }: Options = {}): Buffer {
  return pdfOfObjects(
    contents.flatMap((content, n) => [
      pageObject(5 + 2 * n),
      stream(Buffer.from(content, 'latin1')),
    ]),
    title,
    trailer,
  );
}

/** A PDF whose only page shows a PNG, and has no text. A PNG's pixels are packed as PDF packs them. */
export function pdfOfScan(png: Buffer): Buffer {
  const [width, height, bits] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24]];
  const picture = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height}
    /ColorSpace /DeviceGray /BitsPerComponent ${bits} /Filter /FlateDecode
    /DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent ${bits} /Columns ${width} >>`;
  return pdfOfObjects([
    pageObject(5, '/XObject << /Scan 6 0 R >>'),
    stream(Buffer.from('q 595 0 0 180 0 600 cm /Scan Do Q')),
    stream(pixelsOf(png), picture),
  ]);
}

function pixelsOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return Buffer.concat(parts);
}

function contentOf(lines: PdfLine[]): string {
  return lines
    .map(({ text, x = 60, y, size = 11 }) => {
      const written = text
        .replace(/[\\()]/g, '\\$&')
        .replace('€', '\x80')
        .replace('•', '\x95');
      return `BT /F1 ${size} Tf ${x} ${y} Td (${written}) Tj ET`;
    })
    .join('\n');
}

function pageObject(content: number, resources = ''): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R
    /Resources << /Font << /F1 3 0 R >> ${resources} >> >>`;
}

export function stream(bytes: Buffer, entries = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** The objects from number 4 on; those that are pages come in their order. */
export function pdfOfObjects(objects: (string | Buffer)[], title?: string, trailer = ''): Buffer {
  const pages = objects.flatMap((object, n) =>
    String(object).startsWith('<< /Type /Page ') ? [`${n + 4} 0 R`] : [],
  );
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...objects,
    `<< ${title === undefined ? '' : `/Title (${title})`} >>`,
  ];
  const parts = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  for (const [n, object] of all.entries()) {
    places.push(parts.reduce((sum, { length }) => sum + length, 0));
    parts.push(Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  }
  const at = parts.reduce((sum, { length }) => sum + length, 0);
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `trailer\n<< /Size ${all.length + 1} /Root 1 0 R /Info ${all.length} 0 R ${trailer} >>`;
  parts.push(
    Buffer.from(
      `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}${end}\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
