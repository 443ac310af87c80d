import { Button } from '@mantine/core';
import { usePhoneWords } from '../words.js';
import type { useFaults } from './use-faults.js';

/** Says what goes wrong on purpose, as long as something does. */
export function ChaosSign({ faults }: { faults: ReturnType<typeof useFaults> }) {
  const words = usePhoneWords();
  const { chaos, count, calm } = faults;
  const { times, delay, disorder, forged, sharedKey, create, callbacks } = chaos;
  const { signs } = words;
  const on = [
    times > 1 && signs.times(times),
    delay > 0 && signs.delay(delay / 1000),
    disorder && signs.disorder,
    forged && signs.forged,
    sharedKey && signs.sharedKey,
    create !== 'none' && words.creates[create],
    callbacks !== 'none' && words.callbacks[callbacks],
  ].filter((sign) => sign !== false);
  return (
    <div role="status">
      {count > 0 && (
        <div className="chaos-sign">
          <span>
            <strong>{words.chaosOn}</strong> {on.length ? on.join(' · ') : words.otherFaults}
          </span>
          <Button size="compact-xs" variant="default" onClick={calm}>
            {words.calm}
          </Button>
        </div>
      )}
    </div>
  );
}
