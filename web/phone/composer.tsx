import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { usePhoneWords } from './words.js';

interface ComposerProps {
  onSend(text: string): void;
  /** What else can be sent: stands before the field. */
  children?: ReactNode;
}

/** The line in which a person writes. Enter sends, Shift and Enter begin a new line. */
export function Composer({ onSend, children }: ComposerProps) {
  const words = usePhoneWords();
  const [text, setText] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    onSend(text);
    setText('');
  };
  const pressed = (event: KeyboardEvent) => {
    // While a word is composed, Enter chooses it.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
  };
  return (
    <form className="composer" onSubmit={send}>
      {children}
      <textarea
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={pressed}
        placeholder={words.write}
        aria-label={words.write}
        rows={1}
        dir="auto"
        maxLength={100_000}
      />
      <button type="submit" aria-label={words.send} title={words.send} disabled={!text.trim()}>
        <svg viewBox="0 0 24 24" width={20} height={20} aria-hidden="true">
          <path d="M4 4.500 20.500 12 4 19.500 6 13l8-1-8-1z" fill="currentColor" />
        </svg>
      </button>
    </form>
  );
}
