import { useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { EyeIcon, EyeOffIcon, LeaveIcon, MoonIcon, SunIcon } from '../icons.js';
import { useLanguage } from '../language.js';
import { useMasked } from '../masked.js';
import { notify } from '../notices/notify.js';
import { Press } from '../press.js';
import { signOut } from './sign-out.js';
import { useShellWords } from '../words.js';

/** What a person sets for this page: language, colours, whether names are seen. */
export function Switches() {
  const words = useShellWords();
  const { masked, toggle } = useMasked();
  const stillIn = () => notify({ message: words.notSignedOut, color: 'red' });
  return (
    <div className="switches">
      <LanguageSwitch />
      <Switch label={masked ? words.showNames : words.hideNames} pressed={!masked} onClick={toggle}>
        {masked ? <EyeOffIcon /> : <EyeIcon />}
      </Switch>
      <ColourSwitch />
      <Switch label={words.signOut} onClick={() => void signOut().catch(stillIn)}>
        <LeaveIcon />
      </Switch>
    </div>
  );
}

export function LanguageSwitch() {
  const words = useShellWords();
  const { language, speak } = useLanguage();
  const other = language === 'en' ? 'es' : 'en';
  return (
    <Press
      kind="quiet"
      lang={other}
      title={words.otherLanguage}
      aria-label={`${other.toUpperCase()}, ${words.otherLanguage}`}
      onClick={() => speak(other)}
    >
      {other.toUpperCase()}
    </Press>
  );
}

export function ColourSwitch() {
  const words = useShellWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark =
    colorScheme === 'dark' ||
    (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <Switch
      label={dark ? words.light : words.dark}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <SunIcon /> : <MoonIcon />}
    </Switch>
  );
}

interface SwitchProps {
  label: string;
  pressed?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Switch({ label, pressed, onClick, children }: SwitchProps) {
  return (
    <Press kind="quiet" title={label} aria-label={label} aria-pressed={pressed} onClick={onClick}>
      {children}
    </Press>
  );
}
