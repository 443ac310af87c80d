import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import {
  consentRecordsControllerOfConversationOptions,
  reachableControllerClearMutation,
} from '../../api/dist/@tanstack/react-query.gen.js';
import type { ConsentView, ConversationView } from '../../api/dist/types.gen.js';
import { Failed } from '../../shell/failed.js';
import { Masked } from '../../shell/masked.js';
import { Time } from '../../shell/time.js';
import { useConsentWords } from './words.js';

interface NotesProps {
  conversation: ConversationView;
  onChange(one: ConversationView): void;
}

/** Whether nothing reaches the sender, and the record of when they opted out and in. */
export function Notes({ conversation, onChange }: NotesProps) {
  const words = useConsentWords();
  const [open, setOpen] = useState(false);
  return (
    <div className="reply">
      <Unreachable conversation={conversation} onChange={onChange} />
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{words.record}</summary>
        {open && <Records id={conversation.id} since={conversation.opted_out} />}
      </details>
    </div>
  );
}

function Unreachable({ conversation: { id, unreachable }, onChange }: NotesProps) {
  const words = useConsentWords();
  const clear = useMutation({ ...reachableControllerClearMutation(), onSuccess: onChange });
  if (!unreachable) return null;
  const { reason, since, code } = unreachable;
  return (
    <p className="reply-note" data-refused>
      {words[reason]} {code && words.code(code)} · <Time at={since} />{' '}
      <May do={scopes.reachableControllerClear}>
        <Button
          size="compact-xs"
          variant="default"
          loading={clear.isPending}
          onClick={() => clear.mutate({ path: { id } })}
        >
          {words.reachable}
        </Button>
      </May>
      {clear.error && <Failed error={clear.error} />}
    </p>
  );
}

/** They are read anew once the sender has opted out or in meanwhile. */
function Records({ id, since }: { id: string; since: boolean }) {
  const words = useConsentWords();
  const options = consentRecordsControllerOfConversationOptions({ path: { id } });
  const { data, error, refetch } = useQuery({
    ...options,
    queryKey: [...options.queryKey, since] as never,
  });
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data) return null;
  if (!data.items.length) return <p>{words.none}</p>;
  return (
    <ol>
      {data.items.map((one) => (
        <li key={one.id}>
          <Said record={one} />
        </li>
      ))}
    </ol>
  );
}

function Said({ record: { kind, by, at, words: said, reason, code } }: { record: ConsentView }) {
  const words = useConsentWords();
  return (
    <>
      {words[kind]} · {words.by[by]} · <Time at={at} /> {code && words.code(code)}{' '}
      {(said ?? reason) && (
        <q>
          <Masked>{said ?? reason ?? ''}</Masked>
        </q>
      )}
    </>
  );
}
