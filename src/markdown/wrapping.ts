/** The text without what stands around it: front matter, or a fence that says it is Markdown. */
export function unwrapped(text: string): string {
  return withoutFrontMatter(withoutFence(text));
}

/** Models put a whole answer in a fence. One that closes before the end wraps only its own part. */
function withoutFence(text: string): string {
  const [, mark, inner] = /^\s*(`{3,}|~{3,})(?:markdown|md)[ \t]*\n([^]*)$/i.exec(text) ?? [];
  if (!mark) return text;
  const body = inner.trimEnd();
  const closed = body.endsWith(`\n${mark}`) || body === mark;
  const content = closed ? body.slice(0, -mark.length).trimEnd() : body;
  const fences = content.match(/^[ \t]*(?:`{3,}|~{3,}).*$/gm) ?? [];
  const nested = fences.length % 2 === 0 && /[`~]\s*\w/.test(fences[0] ?? '');
  return !fences.length || (closed && nested) ? content : text;
}

/** YAML between two lines of dashes at the very beginning. */
function withoutFrontMatter(text: string): string {
  const [all, inner] = /^---[ \t]*\n([^]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text) ?? [];
  if (!all) return text;
  const lines = inner.split('\n').filter((line) => line.trim());
  const isYaml = lines.every((line) => /^(?:[\w-]+:(?:\s|$)|\s|- |#|[\]}])/.test(line));
  // "Hours: 9 to 14" between two rules is something that is said.
  const hasKey = lines.some((line) => /^(?:[a-z][\w-]*|Title|Date|Author|Tags):/.test(line));
  return isYaml && hasKey ? text.slice(all.length) : text;
}
