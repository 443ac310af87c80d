import { Loader } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { Failed } from '../shell/failed.js';
import { Heading } from '../shell/heading.js';
import { useConfig } from '../shell/session.js';
import { useShellWords } from '../shell/words.js';
import { History } from './history.js';
import { SettingsForm } from './settings-form.js';
import './settings.css';
import { SettingsTabs } from './tabs.js';
import { useSettingsWords } from './words.js';

const HISTORY = '/settings/history';

/** The settings, and the history of their changes at an address of its own. */
export function SettingsPage() {
  const words = useSettingsWords();
  const isHistory = useRouterState({ select: ({ location }) => location.pathname === HISTORY });
  return (
    <>
      <Heading title={words.title} />
      <SettingsTabs />
      {isHistory ? <History /> : <Values />}
    </>
  );
}

function Values() {
  const shell = useShellWords();
  const config = useConfig();
  if (config.data) return <SettingsForm config={config.data} />;
  if (config.error) return <Failed error={config.error} again={() => void config.refetch()} />;
  return <Loader aria-label={shell.loading} />;
}
