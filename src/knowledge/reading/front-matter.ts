/** Parts a text and its front matter: lines of `name: value` between two lines of dashes. */
export function splitFrontMatter(text: string): {
  metadata: Record<string, string>;
  text: string;
} {
  const [block, lines] = /^---\n((?:[\w-]+:.*\n)+)---(?:\n|$)/.exec(text) ?? [''];
  if (!lines) return { metadata: {}, text };
  const pairs = [...lines.matchAll(/^([\w-]+):(.*)$/gm)].map(([, name, value]) => [
    name,
    value.trim(),
  ]);
  return { metadata: Object.fromEntries(pairs), text: text.slice(block.length) };
}
