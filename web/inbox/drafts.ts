import { useState } from 'react';

/** What was written and isn't sent, by conversation, while the page is open. */
interface Draft {
  text: string;
  /** Of the try that failed: the same words again are sent once, however often they are tried. */
  tried?: { text: string; key: string };
}

const drafts = new Map<string, Draft>();

/** The draft of a conversation, which stays while others are looked at. */
export function useDraft(id: string) {
  const [, setChange] = useState(0);
  const draft = drafts.get(id) ?? { text: '' };
  const keep = (changed: Draft) => {
    if (changed.text || changed.tried) drafts.set(id, changed);
    else drafts.delete(id);
    setChange((count) => count + 1);
  };
  return {
    text: draft.text,
    write: (text: string) => keep({ ...draft, text }),
    /** Returns the key for sending this text: that of the try before, if that was of the same text. */
    keyFor(text: string): string {
      const key = draft.tried?.text === text ? draft.tried.key : crypto.randomUUID();
      drafts.set(id, { text: draft.text, tried: { text, key } });
      return key;
    },
    /** The text is sent; what was written meanwhile stays. */
    sent(text: string): void {
      const now = drafts.get(id)?.text ?? '';
      keep({ text: now === text ? '' : now });
    },
  };
}
