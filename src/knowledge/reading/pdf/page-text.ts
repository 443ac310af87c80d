import type { getDocumentProxy } from 'unpdf';
import type { Piece } from '../layout/piece.js';

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/** The text of a page where it stands as the page is seen, turned pages included. */
export async function pageText(page: PdfPage): Promise<Piece[]> {
  const { transform: view } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item) => {
    if (!('str' in item) || !item.str) return [];
    const [a, b, c, d, x, y] = times(view, item.transform as number[]);
    // Text that runs up the side, or across the page as a watermark, isn't part of its lines.
    if (Math.abs(b) > 0.1 * Math.abs(a)) return [];
    const size = Math.hypot(c, d);
    return [{ text: item.str, left: x, right: x + item.width, baseline: y, size }];
  });
  return pieces.map((piece) => ({ ...piece, text: piece.text.replaceAll('\u00AD', '-') }));
}

/** The product of two transformations, each of six numbers as PDF has them. */
function times(m: number[], n: number[]): number[] {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
