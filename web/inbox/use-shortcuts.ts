import { type RefObject, useEffect } from 'react';

interface Places {
  field: RefObject<HTMLInputElement | null>;
  list: RefObject<HTMLDivElement | null>;
}

/** Keys that are heard wherever nothing else hears them: the search's, and those of the list. */
export function useShortcuts({ field, list }: Places): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (event.defaultPrevented || ctrlKey || metaKey || altKey || writes(target)) return;
      if (key === '/') {
        field.current?.focus();
        field.current?.select();
      } else if ((key === 'j' || key === 'k') && target === document.body) list.current?.focus();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [field, list]);
}

function writes(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}
