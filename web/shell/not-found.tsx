import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Empty } from './empty.js';
import { useShellWords } from './words.js';

/** Any address that is no screen's. */
export function NotFound() {
  const words = useShellWords();
  return (
    <Empty title={words.notFound}>
      {words.notFoundHint}
      <br />
      <Button component={Link} to="/" variant="light" mt="md">
        {words.toStart}
      </Button>
    </Empty>
  );
}
