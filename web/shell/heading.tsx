import { type ReactNode, useEffect } from 'react';

/** The name of a screen, for the eye, for the browser's tab, and what can be done on all of it. */
export function Heading({ title, children }: { title: string; children?: ReactNode }) {
  useEffect(() => void (document.title = `${title} · Recado`), [title]);
  return (
    <header className="heading">
      <h1>{title}</h1>
      {children}
    </header>
  );
}
