/**
 * Characters that make a token: four of English ("1 token ~= 4 chars in English",
 * https://help.openai.com/en/articles/4936856), and about 1.7 of Chinese ("1 Chinese character ≈ 0.6
 * token", https://api-docs.deepseek.com/quick_start/token_usage). Other scripts lie between them: they
 * are counted as the latter, so that the estimate is rather too high.
 */
const LATIN = 1 / 4;
const OTHER = 1 / 1.5;

/** About how many tokens a model makes of a text. */
export function tokensIn(text: string): number {
  let tokens = 0;
  for (const character of text) tokens += costOf(character);
  return Math.ceil(tokens);
}

/** The beginning of a text that has so many tokens at most. It cuts no character in two. */
export function firstTokens(text: string, most: number): string {
  let tokens = 0;
  let end = 0;
  for (const character of text) {
    tokens += costOf(character);
    if (tokens > most) return text.slice(0, end);
    end += character.length;
  }
  return text;
}

/** Blanks, digits and marks are as frequent in every script, and cost no more than a Latin letter. */
function costOf(character: string): number {
  return /[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(character) ? LATIN : OTHER;
}
