/**
 * Markdown, as models write it, into WhatsApp's formatting (TWILIO.md, section 8): `*bold*`,
 * `_italic_`, `~strike~`; no headings, links or tables. Code stays as it is, and so does every
 * text without Markdown.
 */
export function format(markdown: string): string {
  const lines = markdown.split('\n');
  const out: string[] = [];
  let fence: string | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
      out.push(line);
    } else if (mark && !line.slice(line.indexOf(mark) + mark.length).includes(mark)) {
      fence = mark;
      out.push(line);
    } else if (isTable(line, lines[i + 1])) {
      out.push(row(line));
      for (i += 2; i < lines.length && lines[i].includes('|'); i++) out.push(row(lines[i]));
      i -= 1;
    } else {
      out.push(heading(line) ?? inline(line));
    }
  }
  return out.join('\n');
}

function heading(line: string): string | undefined {
  const title = /^ {0,3}#{1,6}[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line)?.[1];
  // The whole line becomes bold: bold inside it would end it early.
  return title && `*${inline(title.replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')).trim()}*`;
}

function isTable(line: string, next: string | undefined): boolean {
  return (
    line.includes('|') && !!next?.includes('|') && /^[ \t]*\|?([ \t]*:?-+:?[ \t]*\|?)+$/.test(next)
  );
}

function row(line: string): string {
  const cells = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/);
  return cells.map((cell) => inline(cell.trim().replaceAll('\\|', '|'))).join(' | ');
}

// A mark opens after no letter or digit and hugs what follows; it closes the other way round.
const OPEN = '(?<![\\p{L}\\p{N}*_~\\\\])';
const CLOSE = '(?<=[^\\s\\\\])';
const AFTER = '(?![\\p{L}\\p{N}*_~])';
const SCHEMES = '(?:https?:\\/\\/|mailto:|tel:|www\\.)';
const TARGET = `\\((?<link>${SCHEMES}(?:[^\\s()]|\\([^\\s()]*\\))+)(?:[ \\t]+"[^"]*")?\\)`;

/** In one pass, what comes first wins: code, addresses, links, then the marks by their length. */
const MARKDOWN = new RegExp(
  [
    '(?<code>(?<ticks>`+)(?!`).*?(?<!`)\\k<ticks>(?!`))',
    '<(?<auto>https?:\\/\\/[^\\s<>]+)>',
    `!?\\[(?<label>[^\\]\\[]+)\\]${TARGET}`,
    '(?<url>https?:\\/\\/[^\\s<>()]*[^\\s<>()*_~])',
    `${OPEN}(?:\\*\\*\\*(?=[^\\s*])(?<both>[^*]+)${CLOSE}\\*\\*\\*)${AFTER}`,
    `${OPEN}(?:\\*\\*(?=[^\\s*])(?<stars>(?:[^*]|\\*(?!\\*))+?)${CLOSE}\\*\\*)${AFTER}`,
    `${OPEN}(?:__(?=[^\\s_])(?<lines>(?:[^_]|_(?!_))+?)${CLOSE}__)${AFTER}`,
    `${OPEN}(?:~~(?=[^\\s~])(?<strike>(?:[^~]|~(?!~))+?)${CLOSE}~~)${AFTER}`,
    `${OPEN}(?:\\*(?=[^\\s*])(?<star>(?:[^*]|\\*\\*[^*]+\\*\\*)+?)${CLOSE}\\*)${AFTER}`,
  ].join('|'),
  'gu',
);

/** One line, or what is inside a pair of marks: marks never cross lines. */
function inline(text: string): string {
  if (!/[*_~`[<]/.test(text)) return text;
  return text.replace(MARKDOWN, (whole: string, ...rest: unknown[]) => {
    const found = rest.at(-1) as Record<string, string | undefined>;
    const bold = found.stars ?? found.lines;
    if (found.auto) return found.auto;
    if (found.link) return link(found.label!, found.link);
    if (found.both) return `*_${inline(found.both)}_*`;
    if (bold) return `*${inline(bold)}*`;
    if (found.strike) return `~${inline(found.strike)}~`;
    if (found.star) return `_${inline(found.star)}_`;
    return whole;
  });
}

function link(label: string, address: string): string {
  return label.trim() === address ? address : `${inline(label)} (${address})`;
}
