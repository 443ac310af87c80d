import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useLinesWords } from './words.js';

/** Names a line that nobody has written to yet, and leads to its settings. */
export function AddLine() {
  const words = useLinesWords();
  const navigate = useNavigate();
  const [id, setId] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (plain(id)) void navigate({ to: '/settings/lines/$id', params: { id: plain(id) } });
  };
  return (
    <form onSubmit={submit} className="add-line">
      <TextInput
        label={words.add}
        description={words.addHint}
        value={id}
        maxLength={60}
        spellCheck={false}
        autoComplete="off"
        onChange={({ currentTarget }) => setId(currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!plain(id)}>
        {words.next}
      </Button>
    </form>
  );
}

/** As the API names it: people write numbers in groups, and Twilio with the channel before them. */
const plain = (id: string) => id.replace(/^\s*whatsapp:/i, '').replace(/[\s().-]/g, '');
