import { type PointerEvent, useRef } from 'react';

/** Pixels to the side from which on it is meant. */
const FAR = 60;

/** What makes an element one that is swiped to the right by a finger. */
export function useSwipe(onSwipe?: () => void) {
  const from = useRef<number>(undefined);
  if (!onSwipe) return {};
  const move = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    if (from.current === undefined) return;
    const far = Math.min(Math.max(0, clientX - from.current), FAR * 1.3);
    currentTarget.style.translate = far ? `${far}px` : '';
  };
  const end = ({ currentTarget, clientX, type }: PointerEvent<HTMLElement>) => {
    const far = from.current === undefined ? 0 : clientX - from.current;
    from.current = undefined;
    currentTarget.style.translate = '';
    if (type === 'pointerup' && far > FAR) onSwipe();
  };
  return {
    onPointerDown: ({ pointerType, clientX }: PointerEvent<HTMLElement>) => {
      if (pointerType === 'touch') from.current = clientX;
    },
    onPointerMove: move,
    onPointerUp: end,
    onPointerCancel: end,
  };
}
