/** A text such that it reads in Markdown as it is. Within a word, as in an address, `_` is no mark. */
export function asMarkdown(text: string): string {
  return text
    .replace(/[\\`*<[\]]|~~|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^([#>+|=-])/gm, '\\$1');
}
