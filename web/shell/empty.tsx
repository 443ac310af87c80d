import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a screen or a list shows when there is nothing yet: why, and what to do about it. */
export function Empty(props: { icon?: ReactNode; title: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py={56} px="md" ta="center">
      {props.icon && (
        <ThemeIcon size={52} radius="xl" variant="light" color="gray" mb="xs">
          {props.icon}
        </ThemeIcon>
      )}
      <Title order={2} size="h4">
        {props.title}
      </Title>
      <Text component="div" c="dimmed" maw={420}>
        {props.children}
      </Text>
    </Stack>
  );
}
