import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Draft } from '../use-chat.js';
import { usePhoneWords } from '../words.js';
import type { Form } from './attach.js';

interface Field {
  name: string;
  initial: string;
  number?: boolean;
  optional?: boolean;
}

/** What is asked for, with something that can be sent at once. */
const FIELDS: Record<Form, Field[]> = {
  location: [
    { name: 'latitude', initial: '40.4168', number: true },
    { name: 'longitude', initial: '-3.7038', number: true },
    { name: 'label', initial: '', optional: true },
    { name: 'address', initial: '', optional: true },
  ],
  contact: [
    { name: 'name', initial: 'Ana' },
    { name: 'phone', initial: '+12025550101', optional: true },
  ],
  button: [
    { name: 'text', initial: '' },
    { name: 'payload', initial: '', optional: true },
  ],
};

type Values = Record<string, string>;

/** As the simulator takes it. */
const DRAFTS: Record<Form, (values: Values) => Draft> = {
  location: ({ latitude, longitude, label, address }) => ({
    latitude: Number(latitude),
    longitude: Number(longitude),
    ...(label && { label }),
    ...(address && { address }),
  }),
  contact: ({ name, phone }) => ({ contacts: [{ name, ...(phone && { phone }) }] }),
  button: ({ text, payload }) => ({
    body: text,
    button_text: text,
    ...(payload && { button_payload: payload }),
  }),
};

interface DetailsProps {
  form: Form;
  onSend(draft: Draft): void;
  onCancel(): void;
}

/** What a place, a contact or a pressed button is. Esc leaves it. */
export function Details({ form, onSend, onCancel }: DetailsProps) {
  const words = usePhoneWords();
  const fields = FIELDS[form];
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(fields.map(({ name, initial }) => [name, initial])),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(DRAFTS[form](values));
  };
  return (
    <form className="details" aria-label={words.kinds[form]} onSubmit={send}>
      {fields.map(({ name, number, optional }, at) => (
        <TextInput
          key={name}
          size="xs"
          label={words.fields[name as keyof typeof words.fields]}
          value={values[name]}
          onChange={({ currentTarget: { value } }) => setValues({ ...values, [name]: value })}
          onKeyDown={({ key }) => key === 'Escape' && onCancel()}
          required={!optional}
          withAsterisk={false}
          inputMode={number ? 'decimal' : undefined}
          pattern={number ? String.raw`-?\d{1,3}(\.\d+)?` : undefined}
          maxLength={256}
          data-autofocus={at === 0 || undefined}
        />
      ))}
      <Group gap="xs" justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button size="compact-sm" type="submit">
          {words.send}
        </Button>
      </Group>
    </form>
  );
}
