/** In small letters, without its dot; of an address that of its path. Empty where there is none. */
export function extensionOf(name: string): string {
  const path = addressOf(name)?.pathname ?? name;
  return /[^/\\]\.(\w{1,10})$/.exec(path)?.[1].toLowerCase() ?? '';
}

/** The address of a page that was read from the web. */
export function addressOf(name: string): URL | undefined {
  return /^https?:/i.test(name) ? (URL.parse(name) ?? undefined) : undefined;
}
