import { AppShell, Box, Burger, Group, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import { Failed } from './failed.js';
import { Navigation } from './navigation.js';
import { useConfig } from './session.js';
import { Switches } from './switches.js';
import { useShellWords } from './words.js';
import logo from './recado.svg';

/** What is around every screen once somebody is signed in. */
export function Frame() {
  const words = useShellWords();
  const [opened, menu] = useDisclosure();
  const config = useConfig();
  const simulator = config.data?.simulator ?? false;
  return (
    <AppShell
      header={{ height: simulator ? 88 : 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="skip" href="#content" onClick={toContent}>
        {words.skip}
      </a>
      <AppShell.Header>
        <Group h={56} px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={words.menu}
              aria-expanded={opened}
            />
            <Group component={Link} gap={8} wrap="nowrap" className="brand" {...{ to: '/' }}>
              <img src={logo} width={26} height={26} alt="" />
              <Text fw={700} size="lg">
                {config.data?.bot_name ?? 'Recado'}
              </Text>
            </Group>
          </Group>
          <Switches />
        </Group>
        {simulator && (
          <Box className="simulated" role="note">
            {words.simulated}
          </Box>
        )}
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={words.navigation}>
        <AppShell.Section grow component={ScrollArea}>
          <Navigation simulator={simulator} onGo={menu.close} />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className="screen">
          {config.error && <Failed error={config.error} again={() => void config.refetch()} />}
          <Outlet />
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

/** Without the router: the base of the page's addresses would make another address of `#content`. */
function toContent(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
