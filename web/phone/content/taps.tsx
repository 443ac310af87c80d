import type { ListedMessage, ListedTap } from '../../api/dist/types.gen.js';
import type { Draft } from '../use-chat.js';
import { usePhoneWords } from '../words.js';

interface TapsProps {
  message: ListedMessage;
  onTap?(draft: Draft): void;
}

/** The buttons below a message, or the rows of its list, which a tap chooses. */
export function Taps({ message, onTap }: TapsProps) {
  const words = usePhoneWords();
  const { taps, sid } = message;
  if (!taps) return null;
  const list = taps.kind === 'list';
  const choose = ({ title, id }: ListedTap) =>
    onTap?.({
      body: title,
      original_replied_message_sid: sid,
      ...(list ? { list_title: title, list_id: id } : { button_text: title, button_payload: id }),
    });
  return (
    <div className="taps" role="group" aria-label={list ? taps.menu : words.kinds.button}>
      {list && <strong>{taps.menu}</strong>}
      {taps.items.map((tap) => (
        <button key={tap.id} type="button" disabled={!onTap} onClick={() => choose(tap)}>
          {tap.title}
        </button>
      ))}
    </div>
  );
}
