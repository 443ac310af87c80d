import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

interface Masking {
  /** Whether names and numbers are hidden: they are, each time that the page is opened. */
  masked: boolean;
  toggle(): void;
  /** The text, or what may be seen of it. */
  mask(text: string): string;
}

const Context = createContext<Masking>({ masked: true, toggle: () => {}, mask: hide });

export function MaskedProvider({ children }: { children: ReactNode }) {
  const [masked, setMasked] = useState(true);
  const masking = useMemo(() => {
    const toggle = () => setMasked((before) => !before);
    return { masked, toggle, mask: masked ? hide : (text: string) => text };
  }, [masked]);
  return <Context value={masking}>{children}</Context>;
}

/** Whether names and numbers are hidden, and how. */
export const useMasked = (): Masking => useContext(Context);

/** Somebody's name or number, hidden until it is asked for. */
export function Masked({ children: text }: { children: string }) {
  return (
    <bdi className="said" translate="no">
      {useMasked().mask(text)}
    </bdi>
  );
}

/** Of a number the last four digits, of a user id its country and its end, of a name its initial. */
function hide(text: string): string {
  const number = /^(?:whatsapp:)?(\+|[A-Z]{2}\.)(.+)$/.exec(text);
  if (number) return `${number[1]}…${number[2].slice(-4)}`;
  const [initial = ''] = text;
  return initial && `${initial}…`;
}
