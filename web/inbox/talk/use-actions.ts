import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  conversationsControllerReadMutation,
  takeoverControllerReleaseMutation,
  takeoverControllerReplyMutation,
  takeoverControllerTakeOverMutation,
} from '../../api/dist/@tanstack/react-query.gen.js';
import type { ConversationView } from '../../api/dist/types.gen.js';
import { conversationQuery, messagesQuery } from '../use-transcript.js';

/** What a person does in a conversation. `onChange` hears what is known of it afterwards. */
export function useActions(id: string, onChange: (one: ConversationView) => void) {
  const client = useQueryClient();
  const path = { path: { id } };
  const known = (one: ConversationView) => {
    client.setQueryData(conversationQuery(id).queryKey, one);
    onChange(one);
  };
  const read = useMutation({ ...conversationsControllerReadMutation(), onSuccess: known });
  const takeOver = useMutation({ ...takeoverControllerTakeOverMutation(), onSuccess: known });
  const release = useMutation({ ...takeoverControllerReleaseMutation(), onSuccess: known });
  const reply = useMutation({
    ...takeoverControllerReplyMutation(),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: conversationQuery(id).queryKey }),
        client.invalidateQueries({ queryKey: messagesQuery(id).queryKey }),
      ]),
  });
  return {
    /** Shows what is known of the conversation now. */
    known,
    read: () => read.mutate(path),
    takeOver: () => takeOver.mutate(path),
    release: () => release.mutate(path),
    /** The same key again sends nothing twice. */
    reply: (text: string, key: string) =>
      reply.mutateAsync({ ...path, body: { text }, headers: { 'Idempotency-Key': key } }),
    busy: takeOver.isPending || release.isPending,
    sending: reply.isPending,
    error: takeOver.error ?? release.error,
    replyError: reply.error,
  };
}

export type Actions = ReturnType<typeof useActions>;
