import type { ListedMessage } from '../../api/dist/types.gen.js';
import { Cross } from '../../shell/press.js';
import { usePhoneWords } from '../words.js';

/** A message that another one answers: above the line in which one writes, and in the bubble. */
export function Quoted({ message, onForget }: { message: ListedMessage; onForget?: () => void }) {
  const words = usePhoneWords();
  const { direction, body } = message;
  return (
    <div className="answered">
      <div>
        <small>{direction === 'outbound' ? words.business : words.person}</small>
        <p dir="auto">{body || words.file}</p>
      </div>
      {onForget && <Cross label={words.noReply} onClick={onForget} />}
    </div>
  );
}
