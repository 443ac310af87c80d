import { type FormEvent, type KeyboardEvent, lazy, Suspense, useState } from 'react';
import type { ListedMessage } from '../api/dist/types.gen.js';
import { Quoted } from './content/quoted.js';
import type { Form } from './sending/attach.js';
import { mediumOf } from './sending/files.js';
import { Recorder } from './sending/recorder.js';
import type { Draft } from './use-chat.js';
import { usePhoneWords } from './words.js';

const Attach = lazy(() => import('./sending/attach.js'));
const Details = lazy(async () => ({ default: (await import('./sending/form.js')).Details }));

interface ComposerProps {
  onSend(draft: Draft): void;
  /** The message that is answered. */
  replyTo?: ListedMessage;
  onForgetReply(): void;
}

/** What stands above the line in which one writes. */
type Above = 'nothing' | 'attach' | Form;

/** The line in which a person writes. Enter sends, Shift and Enter begin a new line, Esc takes back. */
export function Composer({ onSend, replyTo, onForgetReply }: ComposerProps) {
  const words = usePhoneWords();
  const [text, setText] = useState('');
  const [above, setAbove] = useState<Above>('nothing');
  const send = (draft: Draft) => {
    onSend({ ...draft, ...(replyTo && { original_replied_message_sid: replyTo.sid }) });
    onForgetReply();
    setAbove('nothing');
  };
  /** What is written goes with a file as its caption. */
  const sendWithText = (draft: Draft) => {
    send({ ...(text.trim() && { body: text }), ...draft });
    setText('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) sendWithText({});
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onForgetReply();
    // While a word is composed, Enter chooses it.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  const toggle = () => setAbove(above === 'nothing' ? 'attach' : 'nothing');
  return (
    <div className="writing">
      {replyTo && <Quoted message={replyTo} onForget={onForgetReply} />}
      <Suspense>
        {above === 'attach' && <Attach onSend={sendWithText} onForm={setAbove} />}
        {above !== 'nothing' && above !== 'attach' && (
          <Details form={above} onSend={send} onCancel={() => setAbove('nothing')} />
        )}
      </Suspense>
      <form className="composer" onSubmit={submit}>
        <button
          type="button"
          className="round"
          aria-label={words.attach}
          title={words.attach}
          aria-expanded={above !== 'nothing'}
          onClick={toggle}
        >
          <svg viewBox="0 0 24 24" width={20} height={20} aria-hidden="true">
            <path
              d="M12 5v14M5 12h14"
              stroke="currentColor"
              strokeWidth={2}
              strokeLinecap="round"
            />
          </svg>
        </button>
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
        {!text.trim() && (
          <Recorder
            onRecorded={(note) => void mediumOf(note).then((medium) => send({ media: [medium] }))}
          />
        )}
        <button type="submit" aria-label={words.send} title={words.send} disabled={!text.trim()}>
          <svg viewBox="0 0 24 24" width={20} height={20} aria-hidden="true">
            <path d="M4 4.500 20.500 12 4 19.500 6 13l8-1-8-1z" fill="currentColor" />
          </svg>
        </button>
      </form>
    </div>
  );
}
