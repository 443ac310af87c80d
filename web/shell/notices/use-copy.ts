import { useState } from 'react';
import { notify } from './notify.js';
import { useShellWords } from '../words.js';

/**
 * Copies a text, and tells that it did. Where the browser doesn't let it (it lets no page that came over
 * plain HTTP from another machine), it says so.
 */
export function useCopy(text: string) {
  const { notCopied } = useShellWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      await notify({ message: notCopied, color: 'red' });
    }
  };
  return { copied, copy: () => void copy(), forget: () => setCopied(false) };
}
