/** Longer texts aren't remembered: they are few, and take room. */
const LONGEST = 2000;

/**
 * A function of a text, and of a few words besides, that remembers its latest results. Several parts of
 * an answer read the same text in the same way. What it returns must not be changed.
 */
export function remembered<Rest extends (string | boolean | undefined)[], Result>(
  make: (text: string, ...rest: Rest) => Result,
  most = 500,
): (text: string, ...rest: Rest) => Result {
  const known = new Map<string, Result>();
  return (text, ...rest) => {
    if (text.length > LONGEST) return make(text, ...rest);
    // A text alone is its own key: it was hashed before, and what is put together is hashed anew.
    const key = rest.length ? `${rest.join('\0')}\0${text}` : text;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(text, ...rest);
    if (known.size >= most) known.delete(known.keys().next().value!);
    known.set(key, made);
    return made;
  };
}
