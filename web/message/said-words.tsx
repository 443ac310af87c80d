import { Said } from '../shell/said.js';

/** Words of more characters or lines than this have a height, and can be scrolled. */
const [LONG, TALL] = [900, 14];

/** Somebody's words, however long: they can be reached and scrolled by the keyboard. */
export function Words({ label, text }: { label: string; text: string }) {
  const long = text.length > LONG || text.split('\n').length > TALL;
  if (!long) return <Said>{text}</Said>;
  return (
    // What can be scrolled has to be reached.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="msg-long-words" role="region" aria-label={label} tabIndex={0}>
      <Said>{text}</Said>
    </div>
  );
}

/** The parts of an answer as they are sent, one below the other. */
export function asSent(parts: { text: string }[]): string {
  return parts.map(({ text }) => text).join('\n\n');
}
