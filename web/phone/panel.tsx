import { CloseButton, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePhoneWords } from './words.js';

interface PanelProps {
  title: string;
  onClose(): void;
  children: ReactNode;
}

/** What stands beside the phones: one at a time. */
export function Panel({ title, onClose, children }: PanelProps) {
  const words = usePhoneWords();
  return (
    <aside className="panel" aria-label={title}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        <CloseButton aria-label={words.close} onClick={onClose} />
      </Group>
      {children}
    </aside>
  );
}
