import { useRef } from 'react';
import { notify } from '../../shell/notices/notify.js';
import { usePhoneWords } from '../words.js';
import { MOST_BYTES, mediumOf } from './files.js';
import type { Draft } from '../use-chat.js';

/** What can be sent by choosing a file, and which ones are offered. */
const FILES = {
  picture: 'image/*',
  voice: 'audio/*',
  document: '.pdf,.docx,.txt,.csv,.md,.html,application/pdf',
  video: 'video/*',
} as const;
/** What is filled in first. */
const FORMS = ['location', 'contact', 'button'] as const;

export type Form = (typeof FORMS)[number];

/** All that can be sent besides text. */
export default function Attach(props: { onSend(draft: Draft): void; onForm(form: Form): void }) {
  const words = usePhoneWords();
  const input = useRef<HTMLInputElement>(null);
  const choose = (accept: string) => {
    input.current!.accept = accept;
    input.current!.click();
  };
  async function chosen(files: FileList | null): Promise<void> {
    const [file] = files ?? [];
    input.current!.value = '';
    if (!file) return;
    if (file.size > MOST_BYTES) return notify({ message: words.tooLarge, color: 'red' });
    props.onSend({ media: [await mediumOf(file)] });
  }
  return (
    <div className="attach" role="group" aria-label={words.attach}>
      {Object.entries(FILES).map(([kind, accept]) => (
        <button key={kind} type="button" onClick={() => choose(accept)}>
          {words.kinds[kind as keyof typeof FILES]}
        </button>
      ))}
      {FORMS.map((form) => (
        <button key={form} type="button" onClick={() => props.onForm(form)}>
          {words.kinds[form]}
        </button>
      ))}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.attach}
        onChange={({ currentTarget }) => void chosen(currentTarget.files)}
      />
    </div>
  );
}
