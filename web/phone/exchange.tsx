import { Badge, Button, Code, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { InboundAnswer } from '../api/dist/types.gen.js';
import { curlOf } from './curl.js';
import { Panel } from './panel.js';
import { usePhoneWords } from './words.js';

/** The signed request behind a message, as curl, and what Recado answered to it. */
export function ExchangePanel({
  answer,
  onClose,
}: {
  answer?: InboundAnswer;
  onClose: () => void;
}) {
  const words = usePhoneWords();
  return (
    <Panel title={words.exchange} onClose={onClose}>
      {answer ? <Both answer={answer} /> : <Text c="dimmed">{words.noExchange}</Text>}
    </Panel>
  );
}

function Both({ answer }: { answer: InboundAnswer }) {
  const words = usePhoneWords();
  const good = answer.status !== null && answer.status < 300;
  const times = answer.responses?.length ?? 1;
  return (
    <>
      {answer.request && <Request text={curlOf(answer.request)} />}
      <Group gap="xs" mt="md" mb={6}>
        <Text size="sm" fw={600}>
          {words.answer}
        </Text>
        <Badge color={good ? 'leaf' : 'red'} variant="light" tt="none">
          {answer.status ?? words.none}
        </Badge>
        {times > 1 && (
          <Badge variant="light" color="gray" tt="none">
            {words.times(times)}
          </Badge>
        )}
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

function Request({ text }: { text: string }) {
  const words = usePhoneWords();
  return (
    <>
      <Group justify="space-between" mb={6}>
        <Text size="sm" fw={600}>
          {words.asCurl}
        </Text>
        <Copy text={text} />
      </Group>
      <Code block tabIndex={0} data-curl>
        {text}
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
