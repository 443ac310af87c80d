import { Button, Loader, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import {
  templateReplyControllerSendMutation,
  templatesControllerListOptions,
} from '../../../api/dist/@tanstack/react-query.gen.js';
import type { TemplateView } from '../../../api/dist/types.gen.js';
import { Failed } from '../../../shell/failed.js';
import { Said } from '../../../shell/said.js';
import { conversationQuery, messagesQuery } from '../../use-transcript.js';
import { useTemplateWords } from './words.js';
import './templates.css';

interface TemplatesProps {
  id: string;
  /** Free text is refused: only approved ones may be sent. */
  closed: boolean;
  onSent(): void;
}

/** Chooses one of the account's templates, fills its variables and sends it. */
export default function Templates({ id, closed, onSent }: TemplatesProps) {
  const words = useTemplateWords();
  const list = useQuery(
    templatesControllerListOptions({
      query: { limit: 200, ...(closed && { status: 'approved' }) },
    }),
  );
  const [sid, setSid] = useState('');
  const items = list.data?.items ?? [];
  const chosen = items.find(({ content_sid }) => content_sid === sid);
  if (list.error) return <Failed error={list.error} again={() => void list.refetch()} />;
  if (list.isPending) return <Loader size="sm" />;
  if (!items.length) return <p className="reply-note">{words.none}</p>;
  return (
    <div className="templates">
      <NativeSelect
        label={words.choose}
        data={[
          { value: '', label: '…' },
          ...items.map((one) => ({ value: one.content_sid, label: nameOf(one) })),
        ]}
        value={sid}
        onChange={({ currentTarget }) => setSid(currentTarget.value)}
      />
      {chosen && <Fill key={chosen.content_sid} id={id} template={chosen} onSent={onSent} />}
    </div>
  );
}

function nameOf({ name, language, approved, status }: TemplateView): string {
  return [name, language, ...(approved ? [] : [status])].filter(Boolean).join(' · ');
}

interface FillProps {
  id: string;
  template: TemplateView;
  onSent(): void;
}

function Fill({ id, template, onSent }: FillProps) {
  const words = useTemplateWords();
  const client = useQueryClient();
  const [values, setValues] = useState<Record<string, string>>({});
  /** The same words again are sent once, however often they are tried. */
  const tried = useRef({ key: '', of: '' });
  const send = useMutation({
    ...templateReplyControllerSendMutation(),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: conversationQuery(id).queryKey }),
        client.invalidateQueries({ queryKey: messagesQuery(id).queryKey }),
      ]);
      onSent();
    },
  });
  const { content_sid, variables, text, buttons } = template;
  const whole = variables.every(({ name }) => values[name]?.trim());
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    if (!whole || send.isPending) return;
    const of = JSON.stringify(values);
    if (tried.current.of !== of) tried.current = { key: crypto.randomUUID(), of };
    const headers = { 'Idempotency-Key': tried.current.key };
    send.mutate({ path: { id }, body: { content_sid, variables: values }, headers });
  };
  return (
    <form onSubmit={submitted}>
      {variables.map(({ name, example }) => (
        <TextInput
          key={name}
          label={words.value(name)}
          placeholder={example ?? ''}
          maxLength={255}
          value={values[name] ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setValues((all) => ({ ...all, [name]: value }))
          }
        />
      ))}
      <section className="template-preview" aria-label={words.preview}>
        <Said>{filled(text, values)}</Said>
        {buttons.map((one) => (
          <span key={one}>{one}</span>
        ))}
      </section>
      {send.error && <Failed error={send.error} />}
      <Button type="submit" size="sm" loading={send.isPending} disabled={!whole}>
        {words.send}
      </Button>
    </form>
  );
}

/** How it reads; a variable without a value stays as it is. */
function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (whole, name: string) => values[name] || whole);
}
