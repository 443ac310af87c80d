import type { ReactNode } from 'react';

/** WhatsApp's own limit is 4,096: what is longer is shown as it is, for its marks cost time. */
const LONGEST = 8_192;

/** A mark counts at the edge of a word only: `2*3*4` has none. */
const MARKED = /(?<![\p{L}\p{N}])(?:`([^`\n]+)`|([*_~])(?=\S)([^\n]+?)(?<=\S)\2)(?![\p{L}\p{N}])/u;
const TAGS = { '*': 'strong', _: 'em', '~': 's' } as const;
const QUOTED = /^> ?(.*)$/;
const LISTED = /^(?:([*-])|(\d{1,3})\.) (.*)$/;

/** Somebody's words as WhatsApp shows them. They become text, whatever they are. */
export function Said({ children: text }: { children: string }) {
  return (
    <div className="said" dir="auto">
      {text.length > LONGEST ? text : blocks(text)}
    </div>
  );
}

/** What stands between two marks of three is shown as it was typed, over lines too. */
function blocks(text: string): ReactNode[] {
  return text
    .split(/```([^]+?)```/)
    .map((part, n) => (n % 2 ? <code key={n}>{part}</code> : <span key={n}>{lines(part)}</span>));
}

function lines(text: string): ReactNode[] {
  return text.split('\n').map((line, n) => (
    // A line is its place: nothing else tells two equal ones apart.
    <span key={n}>
      {n > 0 && '\n'}
      {lineOf(line)}
    </span>
  ));
}

function lineOf(line: string): ReactNode {
  const quoted = QUOTED.exec(line);
  if (quoted) return <q className="quoted">{marked(quoted[1])}</q>;
  const listed = LISTED.exec(line);
  if (!listed) return marked(line);
  const [, bullet, number, rest] = listed;
  return (
    <>
      {bullet ? '• ' : `${number}. `}
      {marked(rest)}
    </>
  );
}

function marked(text: string): ReactNode {
  const found = MARKED.exec(text);
  if (!found) return text;
  const [whole, code, sign, inner] = found;
  const Tag = sign ? TAGS[sign as keyof typeof TAGS] : 'code';
  return (
    <>
      {text.slice(0, found.index)}
      <Tag>{sign ? marked(inner) : code}</Tag>
      {marked(text.slice(found.index + whole.length))}
    </>
  );
}
