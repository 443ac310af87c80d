import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useSettingsWords } from './words.js';

/** Asks before changes are lost: on the way to another screen, and when the page is closed. */
export function Guard({ active }: { active: boolean }) {
  const words = useSettingsWords();
  const blocker = useBlocker({
    shouldBlockFn: () => active,
    enableBeforeUnload: () => active,
    withResolver: true,
  });
  const isAsked = blocker.status === 'blocked';
  return (
    <Modal
      opened={isAsked}
      onClose={() => blocker.reset?.()}
      title={words.leaveTitle}
      centered
      closeButtonProps={{ 'aria-label': words.stay }}
    >
      <Text mb="md">{words.leaveText}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => blocker.reset?.()} data-autofocus>
          {words.stay}
        </Button>
        <Button color="red.9" onClick={() => blocker.proceed?.()}>
          {words.leave}
        </Button>
      </Group>
    </Modal>
  );
}
