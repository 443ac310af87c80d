import { ActionIcon } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { May } from '../shell/may.js';

interface DeedProps extends Pick<ComponentProps<typeof May>, 'do'> {
  /** What it does, and to what: for who doesn't see the picture beside it. */
  label: string;
  title: string;
  icon: ReactNode;
  onClick(): void;
}

/** A small button for one thing of a list, for who may do that. */
export function Deed({ do: scope, label, title, icon, onClick }: DeedProps) {
  return (
    <May do={scope}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} title={title} onClick={onClick}>
        {icon}
      </ActionIcon>
    </May>
  );
}
