import { Badge, Button, Code, CloseButton, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { addressOf } from '../api/client.js';
import type { InboundAnswer, InboundMessage } from '../api/dist/types.gen.js';
import { usePhoneWords } from './words.js';

/** What was asked of the simulator, and what its webhook was answered. */
export interface Exchange {
  message: InboundMessage;
  answer: InboundAnswer;
}

/** The request behind a message, as curl, and the answer to it. */
export function ExchangePanel({ exchange, onClose }: { exchange?: Exchange; onClose: () => void }) {
  const words = usePhoneWords();
  return (
    <aside className="exchange" aria-label={words.exchange}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Title order={2} size="h5">
          {words.exchange}
        </Title>
        <CloseButton aria-label={words.close} onClick={onClose} />
      </Group>
      {exchange ? <Both exchange={exchange} /> : <Text c="dimmed">{words.noExchange}</Text>}
    </aside>
  );
}

function Both({ exchange: { message, answer } }: { exchange: Exchange }) {
  const words = usePhoneWords();
  const curl = curlOf(message);
  const good = answer.status !== null && answer.status < 300;
  return (
    <>
      <Group justify="space-between" mb={6}>
        <Text size="sm" fw={600}>
          {words.asCurl}
        </Text>
        <Copy text={curl} />
      </Group>
      <Code block tabIndex={0}>
        {curl}
      </Code>
      <Group gap="xs" mt="md" mb={6}>
        <Text size="sm" fw={600}>
          {words.answer}
        </Text>
        <Badge color={good ? 'leaf' : 'red'} variant="light" tt="none">
          {answer.status ?? words.none}
        </Badge>
        <Text size="xs" c="dimmed">
          {answer.content_type}
        </Text>
      </Group>
      <Code block tabIndex={0}>
        {answer.error ?? answer.body}
      </Code>
    </>
  );
}

function Copy({ text }: { text: string }) {
  const words = usePhoneWords();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <Button size="compact-xs" variant="default" onClick={copy} onBlur={() => setCopied(false)}>
      {copied ? words.copied : words.copy}
    </Button>
  );
}

/** For a shell in the server's directory, where the token is kept. */
function curlOf(message: InboundMessage): string {
  const address = location.origin + addressOf('/simulator/control/messages');
  const body = JSON.stringify(message).replaceAll("'", String.raw`'\''`);
  return [
    `curl -s '${address}'`,
    '-H "Authorization: Bearer $(cat data/admin-token)"',
    "-H 'Content-Type: application/json'",
    `-d '${body}'`,
  ].join(' \\\n  ');
}
