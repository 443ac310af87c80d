import type { ReactNode } from 'react';
import { Cross } from '../shell/press.js';
import { usePhoneWords } from './words.js';

interface PanelProps {
  title: string;
  onClose(): void;
  children: ReactNode;
}

/** What stands beside the phones: one at a time. */
export function Panel({ title, onClose, children }: PanelProps) {
  const words = usePhoneWords();
  return (
    <aside className="panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <Cross label={words.close} onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}
