import { lazy, Suspense, useSyncExternalStore } from 'react';
import { shell as en } from '../words/en/shell.js';
import { shell as es } from '../words/es/shell.js';

interface Notice {
  title?: string;
  message: string;
  color?: 'leaf' | 'red' | 'yellow';
}

const load = () => import('@mantine/notifications');
const Holder = lazy(async () => ({ default: (await load()).Notifications }));

let wanted = false;
const listeners = new Set<() => void>();

/** Says something in a corner of the page, for some seconds. What shows it is loaded when it is first wanted. */
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

/** The corner in which notices are shown. */
export function Notices() {
  const shown = useSyncExternalStore(subscribe, () => wanted);
  if (!shown) return null;
  return (
    <Suspense>
      <Holder position="bottom-right" autoClose={6000} />
    </Suspense>
  );
}
