import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCopy } from '../../shell/notices/use-copy.js';
import { useWhyWords } from '../words.js';

/** One step of the road. */
export function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="step">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** What somebody or something wrote, as it is, behind its name; opened by who wants to read it. */
export function Verbatim(props: { name: ReactNode; text: string; open?: boolean }) {
  const words = useWhyWords();
  const { name, text, open } = props;
  return (
    <details className="verbatim" open={open}>
      <summary>
        {name}
        <small className="numbers">{words.characters(text.length)}</small>
      </summary>
      <pre className="said" dir="auto" tabIndex={0}>
        {text}
      </pre>
      <Copy text={text} />
    </details>
  );
}

function Copy({ text }: { text: string }) {
  const words = useWhyWords();
  const { copied, copy, forget } = useCopy(text);
  return (
    <Button size="compact-xs" variant="default" onClick={copy} onBlur={forget}>
      {copied ? words.copied : words.copy}
    </Button>
  );
}
