import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef } from 'react';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May, useMay } from '../../shell/may.js';
import type { ConversationView } from '../../api/dist/types.gen.js';
import { Failure } from '../../api/failure.js';
import { Empty } from '../../shell/empty.js';
import { Failed } from '../../shell/failed.js';
import { MessageIcon } from '../../shell/icons.js';
import { conversationQuery } from '../use-transcript.js';
import { useInboxWords, useTalkWords } from '../words.js';
import { Composer } from './composer.js';
import { Messages } from './messages.js';
import { PaneHead } from './pane-head.js';
import { useActions } from './use-actions.js';

/** Loaded beside the conversation: nobody waits for it. */
const Notes = lazy(async () => ({ default: (await import('../consent/notes.js')).Notes }));

interface PaneProps {
  id: string;
  /** Whether the keys go on here, once it is there. */
  toReply: boolean;
  /** Puts what is known of the conversation now into the lists. */
  onChange(one: ConversationView): void;
  onBack(): void;
}

/** The conversation that is open: what was said, and the way to say something. */
export function Pane({ id, toReply, onChange, onBack }: PaneProps) {
  const query = useQuery(conversationQuery(id));
  const one = query.data;
  const actions = useActions(id, onChange);
  useReading(useMay(scopes.conversationsControllerRead) ? one : undefined, actions.read);
  const field = useRef<HTMLTextAreaElement>(null);
  const pane = useRef<HTMLElement>(null);
  const there = !!one;
  useEffect(() => {
    if (there && toReply)
      (field.current ?? pane.current?.querySelector<HTMLElement>('[role=log]'))?.focus();
  }, [there, toReply]);
  const missing = query.error instanceof Failure && [400, 404].includes(query.error.status ?? 0);
  if (missing) return <Gone onBack={onBack} />;
  return (
    <section className="pane" ref={pane}>
      {one && <PaneHead conversation={one} actions={actions} onBack={onBack} />}
      {query.error && <Failed error={query.error} again={() => void query.refetch()} />}
      {one ? <Messages id={one.id} key={one.id} /> : !query.error && <Loader m="auto" />}
      {one?.channel === 'whatsapp' && (
        <Suspense>
          <Notes conversation={one} onChange={actions.known} key={`notes ${one.id}`} />
        </Suspense>
      )}
      {one && (
        <May do={scopes.takeoverControllerReply} note>
          <Composer conversation={one} actions={actions} field={field} />
        </May>
      )}
    </section>
  );
}

/** What is open and seen is read, also what comes in meanwhile. */
function useReading(one: ConversationView | undefined, read: () => void): void {
  const unread = one?.unread ?? 0;
  const activity = one?.activity_at;
  useEffect(() => {
    if (!unread) return undefined;
    const seen = () => document.visibilityState === 'visible' && read();
    seen();
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
    // `read` is another function each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [one?.id, unread, activity]);
}

function Gone({ onBack }: Pick<PaneProps, 'onBack'>) {
  const words = useTalkWords();
  const { back } = useInboxWords();
  return (
    <section className="pane">
      <Empty icon={<MessageIcon />} title={words.gone}>
        {words.goneHint}
        <br />
        <button type="button" className="plain" onClick={onBack}>
          {back}
        </button>
      </Empty>
    </section>
  );
}
