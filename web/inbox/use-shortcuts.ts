import { type RefObject, useEffect } from 'react';

interface Places {
  field: RefObject<HTMLInputElement | null>;
  list: RefObject<HTMLDivElement | null>;
  /** Leads back to the list; absent where nothing is open. */
  back?: () => void;
}

/** Keys that are heard wherever nothing else hears them: the search's, and those of the list. */
export function useShortcuts({ field, list, back }: Places): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (event.defaultPrevented || event.isComposing || ctrlKey || metaKey || altKey) return;
      if (key === 'Escape' && back && !document.querySelector(ABOVE)) back();
      else if (writes(target)) return;
      else if (key === '/') {
        field.current?.focus();
        field.current?.select();
      } else if ((key === 'j' || key === 'k') && target === document.body) list.current?.focus();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [field, list, back]);
}

/** What lies above the page, and takes the key for itself. */
const ABOVE = '[role=dialog], [data-menu=true]';

function writes(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}
