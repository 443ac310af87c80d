import { Button, Group, Switch, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { controlControllerSendAllMutation } from '../../api/dist/@tanstack/react-query.gen.js';
import { Failed } from '../../shell/failed.js';
import { NUMBERS, type Person } from '../people.js';
import { usePhoneWords } from '../words.js';
import { useChaosWords } from './words.js';

/** Sends many messages at once, each with another text: by one person, or each by somebody else. */
export function Burst({ person }: { person: Person }) {
  const words = useChaosWords();
  const { examples } = usePhoneWords();
  const [size, setSize] = useState(10);
  const [others, setOthers] = useState(true);
  const send = useMutation(controlControllerSendAllMutation());
  const messages = Array.from({ length: size }, (_, n) => ({
    from: others ? NUMBERS[n % NUMBERS.length] : person.from,
    body: `${examples[n % examples.length]} (${n + 1})`,
  }));
  const taken = send.data?.items.filter(({ status }) => status === 200).length;
  return (
    <fieldset className="burst">
      <legend>{words.burst}</legend>
      <TextInput
        type="number"
        label={words.howMany}
        value={size}
        min={1}
        max={100}
        onChange={({ currentTarget }) => {
          const given = Math.round(currentTarget.valueAsNumber);
          if (given >= 1 && given <= 100) setSize(given);
        }}
      />
      <Switch
        my="xs"
        label={words.eachAnother}
        checked={others}
        onChange={({ currentTarget }) => setOthers(currentTarget.checked)}
      />
      <Group gap="xs">
        <Button
          size="xs"
          loading={send.isPending}
          onClick={() => send.mutate({ body: { messages } })}
        >
          {words.sendBurst}
        </Button>
        <Text size="sm" role="status">
          {taken !== undefined && words.burstTaken(taken, send.data!.items.length)}
        </Text>
      </Group>
      {send.error && <Failed error={send.error} />}
    </fieldset>
  );
}
