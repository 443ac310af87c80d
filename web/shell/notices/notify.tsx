import { lazy, Suspense, useSyncExternalStore } from 'react';
import { shell as en } from '../../words/en/shell.js';
import { shell as es } from '../../words/es/shell.js';

interface Notice {
  title?: string;
  message: string;
  color?: 'leaf' | 'red' | 'yellow';
}

const load = () => import('@mantine/notifications');
const Holder = lazy(async () => ({ default: (await load()).Notifications }));

let wanted = false;
const listeners = new Set<() => void>();

/** Says something above the page, for some seconds. What shows it is loaded when it is first wanted. */
export async function notify(notice: Notice): Promise<void> {
  wanted = true;
  for (const listener of listeners) listener();
  const { notifications } = await load();
  const { close } = document.documentElement.lang === 'es' ? es : en;
  notifications.show({ ...notice, closeButtonProps: { 'aria-label': close } });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Where notices are shown: below the bar at the top, and what stays below that on a phone. A form's
 * buttons are at the bottom: one who saves twice would find the first notice on the button, where it
 * stays as long as the pointer does.
 */
export function Notices() {
  const shown = useSyncExternalStore(subscribe, () => wanted);
  if (!shown) return null;
  return (
    <Suspense>
      <Holder position="top-center" autoClose={6000} className="notices" />
    </Suspense>
  );
}
