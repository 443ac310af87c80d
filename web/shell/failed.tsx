import { Alert, Button, Code, Group, Text } from '@mantine/core';
import { Failure } from '../api/failure.js';
import { useShellWords } from './words.js';

/** What went wrong, in the server's words, and the way to try it again. */
export function Failed({ error, again }: { error: unknown; again?: () => void }) {
  const words = useShellWords();
  const failure = error instanceof Failure ? error : new Failure(error);
  const unreached = failure.status === undefined;
  const title = unreached ? words.unreached : (failure.title ?? words.failed);
  return (
    <Alert color="red" variant="light" title={title} role="alert" my="md">
      <Text size="sm" className="said">
        {unreached ? words.unreachedHint : failure.detail}
      </Text>
      <Group mt="sm" gap="md">
        {again && (
          <Button size="xs" variant="default" onClick={again}>
            {words.tryAgain}
          </Button>
        )}
        {failure.requestId && (
          <Text size="xs" c="dimmed">
            {words.request} <Code>{failure.requestId}</Code>
          </Text>
        )}
      </Group>
    </Alert>
  );
}
