import { Burger } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { type MouseEvent, useEffect, useState } from 'react';
import { Live } from '../live/live.js';
import { Failed } from './failed.js';
import './frame.css';
import { Navigation } from './navigation.js';
import { Notices } from './notify.js';
import logo from './recado.svg';
import { useConfig } from './session.js';
import { Switches } from './switches.js';
import { useShellWords } from './words.js';

/** What is around every screen once somebody is signed in. */
export function Frame() {
  const words = useShellWords();
  const config = useConfig();
  const [opened, setOpened] = useState(false);
  useEscape(opened, () => setOpened(false));
  const simulator = config.data?.simulator ?? false;
  return (
    <div className="frame" data-menu={opened}>
      <a className="skip" href="#content" onClick={toContent}>
        {words.skip}
      </a>
      <header className="top">
        <Burger
          opened={opened}
          onClick={() => setOpened(!opened)}
          hiddenFrom="sm"
          size="sm"
          aria-label={words.menu}
          aria-expanded={opened}
          aria-controls="screens"
        />
        <Link to="/" className="brand">
          <img src={logo} width={26} height={26} alt="" />
          <span>{config.data?.bot_name ?? 'Recado'}</span>
        </Link>
        <Live />
        <Switches />
      </header>
      {simulator && (
        <div className="simulated" role="note">
          {words.simulated}
        </div>
      )}
      <nav className="screens" id="screens" aria-label={words.navigation}>
        <Navigation simulator={simulator} onGo={() => setOpened(false)} />
      </nav>
      <main id="content" tabIndex={-1}>
        <div className="screen">
          {config.error && <Failed error={config.error} again={() => void config.refetch()} />}
          <Outlet />
        </div>
      </main>
      <Notices />
    </div>
  );
}

/** By hand: the base of the page's addresses would make another page of `#content`. */
function toContent(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function useEscape(active: boolean, then: () => void): void {
  useEffect(() => {
    if (!active) return;
    const pressed = ({ key }: KeyboardEvent) => key === 'Escape' && then();
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}
