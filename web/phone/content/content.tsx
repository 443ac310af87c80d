import type { ListedMessage } from '../../api/dist/types.gen.js';
import { Said } from '../../shell/said.js';
import { usePhoneWords } from '../words.js';
import { Medium } from './medium.js';
import type { Draft } from '../use-chat.js';
import { Quoted } from './quoted.js';
import { Taps } from './taps.js';

interface ContentProps {
  message: ListedMessage;
  of?: ListedMessage;
  onTap?(draft: Draft): void;
}

/** All that a message holds. */
export function Content({ message, of, onTap }: ContentProps) {
  const { media, body, button_text, button_payload, list_title } = message;
  const chosen = button_text ?? button_payload ?? list_title;
  return (
    <>
      {of && <Quoted message={of} />}
      {media.map((medium) =>
        message.direction === 'inbound' ? (
          <Medium key={medium.sid} message={message.sid} medium={medium} />
        ) : (
          <div key={medium.sid} className="medium said">
            {medium.url}
          </div>
        ),
      )}
      <Place message={message} />
      {chosen && <Pressed>{chosen}</Pressed>}
      {body && body !== chosen && <Said>{body}</Said>}
      <Taps message={message} onTap={onTap} />
    </>
  );
}

function Place({ message: { latitude, longitude, label, address } }: { message: ListedMessage }) {
  const words = usePhoneWords();
  if (latitude === undefined || longitude === undefined) return null;
  return (
    <div className="medium">
      <strong>{words.kinds.location}</strong>{' '}
      <span translate="no">
        {latitude}, {longitude}
      </span>
      {[label, address].map((line) => line && <Said key={line}>{line}</Said>)}
    </div>
  );
}

function Pressed({ children }: { children: string }) {
  const words = usePhoneWords();
  return (
    <div className="pressed" dir="auto">
      <span className="unseen">{words.kinds.button}: </span>
      {children}
    </div>
  );
}
