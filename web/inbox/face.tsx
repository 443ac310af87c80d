/** As many as have a colour in the style sheet. */
const COLOURS = 8;

/** A round picture with somebody's first letter, always of the same colour. */
export function Face({ id, name }: { id: string; name: string }) {
  const letter = /^[^\p{L}\p{N}+]*(\p{L}(?!\p{L}\.…?\d)\p{M}?)/u.exec(name)?.[1] ?? '#';
  return (
    <span className="face" data-colour={Number.parseInt(id.slice(-2), 16) % COLOURS} aria-hidden>
      {letter.toLocaleUpperCase()}
    </span>
  );
}
