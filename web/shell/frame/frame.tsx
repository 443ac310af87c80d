import { Link, Outlet } from '@tanstack/react-router';
import { type MouseEvent, type ReactNode, useEffect, useState } from 'react';
import { Failure } from '../../api/failure.js';
import { Live } from '../../live/live.js';
import { Failed } from '../failed.js';
import './frame.css';
import { CrossIcon, MenuIcon } from '../icons.js';
import { Navigation } from './navigation.js';
import { Notices } from '../notices/notify.js';
import { HeldScope } from '../may.js';
import { Press } from '../press.js';
import logo from '../recado.svg';
import { useSession } from '../session.js';
import { Switches } from './switches.js';
import { useShellWords } from '../words.js';
import { WaitingSaid } from './waiting.js';

/** What is around every screen once somebody is signed in. */
export function Frame() {
  const words = useShellWords();
  const session = useSession();
  const [opened, setOpened] = useState(false);
  useEscape(opened, () => setOpened(false));
  // Whoever isn't signed in is on the way to the door: they see none of it.
  if (!session.data) return unlessSignedOut(session.error, () => void session.refetch());
  const { simulator, scope } = session.data;
  return (
    <HeldScope value={scope}>
      <div className="frame" data-menu={opened}>
        <a className="skip" href="#content" onClick={toContent}>
          {words.skip}
        </a>
        <header className="top">
          <Press
            kind="quiet"
            className="menu"
            onClick={() => setOpened(!opened)}
            aria-label={words.menu}
            aria-expanded={opened}
            aria-controls="screens"
          >
            {opened ? <CrossIcon /> : <MenuIcon />}
          </Press>
          <Link to="/" className="brand">
            <img src={logo} width={26} height={26} alt="" />
            <span>Recado</span>
          </Link>
          <Live />
          <WaitingSaid />
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
            <Outlet />
          </div>
        </main>
        <Notices />
      </div>
    </HeldScope>
  );
}

function unlessSignedOut(error: unknown, again: () => void): ReactNode {
  if (!error || (error instanceof Failure && error.status === 401)) return null;
  return (
    <main className="screen">
      <Failed error={error} again={again} />
    </main>
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
