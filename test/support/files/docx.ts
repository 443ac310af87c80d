import { strToU8, zipSync } from 'fflate';

/** The namespace of its elements. */
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="xml" ContentType="application/xml"/>
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
  <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
  <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
</Types>`;
const RELS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>`;

/** Word writes the names of its own styles in English, whatever their ids are. */
const STYLES = `<w:styles xmlns:w="${WORD}">
  ${style('Puesto', 'Title')}${style('Ttulo1', 'heading 1')}${style('Ttulo2', 'heading 2')}
</w:styles>`;

function style(id: string, name: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
}

export function bold(text: string): string {
  return `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
}

/** A paragraph, of a style such as `Ttulo1`. */
export function paragraph(text: string, style = ''): string {
  const properties = style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
}

export function table(rows: string[][]): string {
  const cells = (row: string[]) => row.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** A DOCX with these paragraphs and tables, and further entries in its zip. */
export function docxOf(body: string[], further: Record<string, Uint8Array> = {}): Buffer {
  const document = `<w:document xmlns:w="${WORD}"><w:body>${body.join('')}</w:body></w:document>`;
  const entries = {
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELS),
    'word/document.xml': strToU8(document),
    'word/styles.xml': strToU8(STYLES),
    ...further,
  };
  // To pack takes a millisecond for each entry.
  const level = Object.keys(entries).length > 100 ? 0 : 6;
  return Buffer.from(zipSync(entries, { level }));
}
