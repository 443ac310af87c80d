import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { controlControllerList, controlControllerSend } from '../api/dist/sdk.gen.js';
import type { InboundAnswer, InboundMessage, ListedMessage } from '../api/dist/types.gen.js';
import { keyOf } from '../api/key.js';
import type { Person } from './people.js';

/** Milliseconds between two looks at a phone, while it is seen. */
const LOOK = 400;
/** Milliseconds that WhatsApp shows "typing…", unless a message comes before. */
const TYPING = 25_000;

/** Messages that a phone shows at most. */
const SHOWN = 200;

/** What somebody sends; who they are is known. */
export type Draft = Omit<InboundMessage, 'from'>;

/** What a person has written and what isn't in the list yet. */
export interface Sending {
  sid: string;
  draft: Draft;
  at: string;
  /** Why it did not go out. */
  error?: Error;
}

/** What a phone shows: one person's talk with the business, and the way to write in it. */
export function useChat({ from, name }: Person, onAnswer: (answer: InboundAnswer) => void) {
  const wanted = { query: { conversation: from, first: 'newest' as const, limit: SHOWN } };
  const query = useQuery({
    queryKey: keyOf('controlControllerList', wanted),
    queryFn: async ({ signal }) =>
      (await controlControllerList({ ...wanted, signal, throwOnError: true })).data,
    refetchInterval: LOOK,
    staleTime: 0,
  });
  const newest = query.data?.items;
  const messages = useMemo(() => newest?.toReversed() ?? [], [newest]);
  const post = useMutation({
    mutationFn: async (body: InboundMessage) =>
      (await controlControllerSend({ body, throwOnError: true })).data,
  });
  const [sending, setSending] = useState<Sending[]>([]);
  const listed = new Set(messages.map(({ sid }) => sid));
  const forget = (sid: string) => setSending((all) => all.filter((one) => one.sid !== sid));

  async function send(draft: Draft) {
    const sid = newSid(draft);
    const body = { from, profile_name: name, ...draft, message_sid: sid };
    const mine = { sid, draft, at: new Date().toISOString() };
    setSending((all) => [...all, mine]);
    try {
      const answer = await post.mutateAsync(body);
      onAnswer(answer);
      await query.refetch();
      forget(sid);
    } catch (error) {
      const failed = { ...mine, error: error as Error };
      setSending((all) => all.map((one) => (one.sid === sid ? failed : one)));
    }
  }
  // The list has it before the request is answered.
  const waiting = sending.filter((one) => !listed.has(one.sid));
  return { query, messages, sending: waiting, forget, send, typing: isTyping(messages) };
}

/** As Twilio would name it; known here before the list has it. */
function newSid({ media, contacts }: Draft): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `${media || contacts ? 'MM' : 'SM'}${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Whether the business is typing: asked for after the last message, and not too long ago. */
function isTyping(messages: ListedMessage[]): boolean {
  const last = messages.at(-1);
  if (!last?.typing) return false;
  return Date.now() - Date.parse(last.created_at) < TYPING;
}
