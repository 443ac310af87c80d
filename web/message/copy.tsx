import { icon } from '../shell/icons.js';
import { useCopy } from '../shell/notices/use-copy.js';
import { ToneMark } from './tone.js';
import { useMessageWords } from './words.js';

const CopyIcon = icon('M9 9h10v11H9z', 'M15 9V4.500H5V15h4');

/** Copies a text; says what it is, and that it is done. */
export function Copy({ what, text }: { what: string; text: string }) {
  const words = useMessageWords();
  const { copied, copy, forget } = useCopy(text);
  return (
    <button
      type="button"
      className="msg-copy"
      onClick={copy}
      onBlur={forget}
      aria-label={words.copy(what)}
      title={words.copy(what)}
    >
      {copied ? <ToneMark tone="good" /> : <CopyIcon size={15} />}
      <span className="unseen" role="status">
        {copied ? words.copied : ''}
      </span>
    </button>
  );
}

/** Something that is named by letters and digits, to read and to copy. */
export function Named({ name, text }: { name: string; text: string }) {
  return (
    <span className="msg-named">
      <span>{name}</span>
      <code>{text}</code>
      <Copy what={name} text={text} />
    </span>
  );
}
