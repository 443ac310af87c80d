import type { Passage } from '../knowledge/search/passage.js';

/** A section of a document, or all of a document, as it is quoted. */
export interface Section {
  title: string;
  /** Below the title, outermost first; empty at the document's top and for the whole document. */
  section: string;
  text: string;
}

/** The section that a passage stands in, whole: a long table was cut into several passages. */
export function sectionOf(passage: Passage, all: Passage[]): Section {
  const { title, section } = passage;
  const parts = all.filter((other) => other.section === section);
  return { title, section, text: joined(parts.length ? parts : [passage]) };
}

/** A whole document. Each section's own heading stands above it. */
export function documentOf(all: Passage[]): Section {
  const sections = [...new Set(all.map(({ section }) => section))];
  const texts = sections.map((section) => {
    const text = joined(all.filter((passage) => passage.section === section));
    return section ? `**${headingOf('', section)}**\n\n${text}` : text;
  });
  return { title: all[0].title, section: '', text: texts.join('\n\n') };
}

/** "Prices · Cakes". */
export function headingOf(title: string, section: string): string {
  return [title, ...section.split(' > ')].filter(Boolean).join(' · ');
}

/** The passages as one text. The head of a table stands on each part of it, and once in the whole. */
function joined(parts: Passage[]): string {
  return parts
    .map(({ text }) => text)
    .reduce((text, part) => {
      const head = /(?:^|\n)(\|[^\n]*\|\n\|[-:| ]+\|\n)(?:\|[^\n]*\n?)*$/.exec(text)?.[1];
      return head && part.startsWith(head)
        ? `${text}\n${part.slice(head.length)}`
        : `${text}\n\n${part}`;
    });
}
