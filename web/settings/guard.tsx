import { useBlocker } from '@tanstack/react-router';
import { Confirm } from '../shell/confirm.js';
import { useSettingsWords } from './words.js';

/** Asks before changes are lost: on the way to another screen, and when the page is closed. */
export function Guard({ active }: { active: boolean }) {
  const words = useSettingsWords();
  const blocker = useBlocker({
    shouldBlockFn: () => active,
    enableBeforeUnload: () => active,
    withResolver: true,
  });
  return (
    <Confirm
      title={blocker.status === 'blocked' ? words.leaveTitle : null}
      act={words.leave}
      danger
      onAct={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      {words.leaveText}
    </Confirm>
  );
}
