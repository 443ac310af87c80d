import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Failed } from './failed.js';
import { useShellWords } from './words.js';

interface ConfirmProps {
  /** Null: nothing is asked. */
  title: string | null;
  /** What it means. */
  children: ReactNode;
  /** What the button that does it says. */
  act: string;
  /** Whether what it takes away does not come back. */
  danger?: boolean;
  busy?: boolean;
  error?: unknown;
  onAct(): void;
  onClose(): void;
}

/** Asks before something is done that a slip of the hand should not do. */
export function Confirm(props: ConfirmProps) {
  const words = useShellWords();
  const { title, busy = false, onClose } = props;
  return (
    <Modal
      opened={title !== null}
      onClose={onClose}
      title={title}
      centered
      // What it asks about is gone from the page at once, and can't fade away with it.
      transitionProps={{ duration: 0 }}
      styles={{ title: { fontWeight: 650 } }}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Stack gap="md">
        <div>{props.children}</div>
        {props.error != null && <Failed error={props.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} disabled={busy}>
            {words.cancel}
          </Button>
          <Button color={props.danger ? 'red.9' : undefined} onClick={props.onAct} loading={busy}>
            {props.act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
