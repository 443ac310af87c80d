import { Button } from '@mantine/core';
import type { FormEvent, KeyboardEvent, RefObject } from 'react';
import type { ConversationView } from '../../api/dist/types.gen.js';
import { Failure } from '../../api/failure.js';
import { useNow } from '../../shell/time.js';
import { useDraft } from '../drafts.js';
import { leftOf } from '../window.js';
import { useTalkWords } from '../words.js';
import type { Actions } from './use-actions.js';

/** As the API takes it. */
const LONGEST = 4000;

interface ComposerProps {
  conversation: ConversationView;
  actions: Actions;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Where a person writes; or why nobody can write now. */
export function Composer({ conversation, actions, field }: ComposerProps) {
  const words = useTalkWords();
  const refusal = useRefusal(conversation);
  const draft = useDraft(conversation.id);
  const { text } = draft;
  const send = async () => {
    if (!text.trim() || refusal || actions.sending) return;
    const sent = await actions.reply(text, draft.keyFor(text)).catch(() => undefined);
    if (sent) draft.sent(text);
    field.current?.focus();
  };
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <form className="reply" onSubmit={submitted}>
      <p className="reply-note" data-refused={!!refusal}>
        {refusal ?? noteOf(conversation, words)}
      </p>
      {actions.replyError && <NotSent error={actions.replyError} />}
      {(!refusal || text) && (
        <>
          <textarea
            ref={field}
            value={text}
            onChange={({ currentTarget }) => draft.write(currentTarget.value)}
            onKeyDown={pressed}
            placeholder={words.write}
            aria-label={words.write}
            aria-keyshortcuts="Control+Enter"
            maxLength={LONGEST}
            rows={2}
            dir="auto"
            readOnly={!!refusal}
          />
          <div className="reply-send">
            <small>{words.sendHint}</small>
            <Button
              type="submit"
              size="sm"
              loading={actions.sending}
              disabled={!text.trim() || !!refusal}
            >
              {actions.replyError ? words.sendAgain : words.send}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

type Words = ReturnType<typeof useTalkWords>;

/** Why nothing can be sent now; undefined where it can. */
function useRefusal({ opted_out, channel, window_ends_at }: ConversationView): string | undefined {
  const words = useTalkWords();
  const left = leftOf(window_ends_at, useNow(5000));
  if (channel === 'api') return words.overApi;
  if (opted_out) return words.optedOut;
  return left === 0 || left === undefined ? words.closed : undefined;
}

function noteOf({ mode, waiting_since }: ConversationView, words: Words): string | undefined {
  if (waiting_since) return words.waits;
  return mode === 'bot' ? words.botAnswers : undefined;
}

function NotSent({ error }: { error: unknown }) {
  const words = useTalkWords();
  const detail = error instanceof Failure ? error.detail : undefined;
  return (
    <p className="reply-failed" role="alert">
      <strong>{words.notSent}</strong> {detail}
    </p>
  );
}
