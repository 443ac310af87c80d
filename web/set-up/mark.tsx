import type { SetUpItem } from '../api/dist/types.gen.js';
import './mark.css';

const PATHS: Record<SetUpItem['state'], string> = {
  ok: 'M7 12.500l3.500 3.500L17 9',
  warning: 'M12 7v6M12 16.500v.1',
  failed: 'M8.500 8.500l7 7M15.500 8.500l-7 7',
  unknown: 'M9.500 9.500a2.500 2.500 0 1 1 3.500 2.400c-.7.3-1 .8-1 1.600M12 16.800v.1',
  not_applicable: 'M8 12h8',
};

/** A state by colour and shape, and by its name for who hears the page. */
export function Mark({ state, label }: { state: SetUpItem['state']; label: string }) {
  return (
    <span className="mark" data-state={state} role="img" aria-label={label} title={label}>
      <svg
        width={22}
        height={22}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <circle cx={12} cy={12} r={10} />
        <path d={PATHS[state]} />
      </svg>
    </span>
  );
}
