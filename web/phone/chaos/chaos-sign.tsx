import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import { Press } from '../../shell/press.js';
import type { useFaults } from './use-faults.js';
import { useChaosWords } from './words.js';

/** Says what goes wrong on purpose, as long as something does. */
export default function ChaosSign({ faults }: { faults: ReturnType<typeof useFaults> }) {
  const words = useChaosWords();
  const { chaos, calm } = faults;
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
    <div className="chaos-sign">
      <span>
        <strong>{words.chaosOn}</strong> {on.length ? on.join(' · ') : words.otherFaults}
      </span>
      <May do={scopes.controlControllerSetFaults}>
        <Press size="tiny" onClick={calm}>
          {words.calm}
        </Press>
      </May>
    </div>
  );
}
