/** An answer's Markdown with the marks that WhatsApp knows, near enough to look at: see `Said`. */
export function asSent(markdown: string): string {
  return markdown
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, '*$1*')
    .replace(/^#{1,6} +(.+)$/gm, '*$1*')
    .replace(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, '$1 ($2)');
}
