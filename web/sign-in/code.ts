/**
 * The code of a link, which is taken out of the address at once, before anything is asked: it must
 * stay in no history, and no page that is opened next may see it.
 */
export function codeInAddress(): string | undefined {
  const code = new URLSearchParams(location.hash.slice(1)).get('code') ?? undefined;
  if (code) history.replaceState(history.state, '', location.pathname + location.search);
  return code;
}
