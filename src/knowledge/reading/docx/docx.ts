import mammoth from 'mammoth';
import { readHtml } from '../html/html.js';
import type { Found } from '../read-file.js';
import { textPartsOf } from './unzip.js';

/** Word's own names of styles, which it writes in English whatever language it speaks. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/** Reads a DOCX by way of HTML: its headings, lists, tables and links become Markdown. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Found> {
  const buffer = textPartsOf(bytes);
  const { value } = await mammoth.convertToHtml(
    { buffer },
    {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  return readHtml(withHeadings(value), name);
}

/** In a document without headings, short paragraphs that are bold all through are meant as such. */
function withHeadings(html: string): string {
  if (/<h[1-6]/.test(html)) return html;
  const bold = /<p><strong>([^<]{1,80}[^<.,;])<\/strong><\/p>/g;
  const [headings, paragraphs] = [bold, /<p>/g].map((each) => html.match(each)?.length ?? 0);
  return headings > paragraphs / 2 ? html : html.replace(bold, '<h2>$1</h2>');
}
