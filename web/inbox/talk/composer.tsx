import { Button } from '@mantine/core';
import {
  type FormEvent,
  type KeyboardEvent,
  lazy,
  type RefObject,
  Suspense,
  useState,
} from 'react';
import type { ConversationView } from '../../api/dist/types.gen.js';
import { Failure } from '../../api/failure.js';
import { useNow } from '../../shell/time.js';
import { useDraft } from '../drafts.js';
import { endOf, leftOf } from '../window.js';
import { useTalkWords } from '../words.js';
import type { Actions } from './use-actions.js';

const Templates = lazy(() => import('./templates/templates.js'));

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
  const [choosing, setChoosing] = useState(false);
  const templates = mayTemplate(conversation);
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
    <>
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
              {templates && !refusal && (
                <Button variant="default" size="sm" onClick={() => setChoosing(!choosing)}>
                  {words.template}
                </Button>
              )}
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
      {templates && (refusal || choosing) && (
        <div className="reply">
          <Suspense fallback={null}>
            <Templates
              key={conversation.id}
              id={conversation.id}
              closed={!!refusal}
              onSent={() => setChoosing(false)}
            />
          </Suspense>
        </div>
      )}
    </>
  );
}

/** Whether a template can be sent: to who wrote by WhatsApp, and has not opted out. */
function mayTemplate({ opted_out, window }: ConversationView): boolean {
  return !opted_out && window !== null;
}

type Words = ReturnType<typeof useTalkWords>;

/** Why nothing can be sent now; undefined where it can. */
function useRefusal({ opted_out, channel, window }: ConversationView): string | undefined {
  const words = useTalkWords();
  const left = leftOf(endOf(window), useNow(5000));
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
