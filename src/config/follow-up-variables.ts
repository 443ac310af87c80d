/** A value with the sender's name, and what stands there while that isn't known: `{name|there}`. */
const NAME = /\{name\|([^{}|]+)\}/g;
const PAIR = /^([\w-]{1,16})=(\S.*)$/;

/** What is wrong with the values of the follow-up's template; undefined for right ones. */
export function wrongFollowUpVariables(text: string): string | undefined {
  const pairs = pairsIn(text);
  const names = pairs.map((pair) => PAIR.exec(pair)?.[1]);
  if (names.includes(undefined)) return 'must look like `1={name|there}; 2=our shop`';
  if (new Set(names).size < names.length) return 'must have each variable once';
  const rest = pairs.join(' ').replace(NAME, '');
  return /[{}]/.test(rest)
    ? 'must have `{name|there}` with what stands for a name that is not known'
    : undefined;
}

/** The values of the follow-up's template for somebody of this name. */
export function followUpVariables(text = '', profileName?: string): Record<string, string> {
  const named = profileName?.replace(/\s+/g, ' ').trim();
  const filled = (value: string) => value.replace(NAME, (_, other: string) => named || other);
  const pairs = pairsIn(text).flatMap((pair) => {
    const [, name, value] = PAIR.exec(pair) ?? [];
    return name ? [[name, filled(value)]] : [];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}

function pairsIn(text: string): string[] {
  return text.split(';').flatMap((pair) => pair.trim() || []);
}
