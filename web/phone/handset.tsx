import { CloseButton } from '@mantine/core';
import { Masked } from '../shell/masked.js';
import { Chat } from './chat.js';
import { Composer } from './composer.js';
import type { Exchange } from './exchange.js';
import type { Person } from './people.js';
import { useChat } from './use-chat.js';
import { usePhoneWords } from './words.js';

interface HandsetProps {
  person: Person;
  business: string;
  shown: boolean;
  exchanges: ReadonlyMap<string, Exchange>;
  onExchange(exchange: Exchange): void;
  onRequest(sid: string): void;
  onRename(name: string): void;
  /** Absent where it is the only phone. */
  onRemove?(): void;
}

/** One person's phone, with the talk with the business open. */
export function Handset(props: HandsetProps) {
  const { person, business, shown, exchanges, onRequest } = props;
  const words = usePhoneWords();
  const chat = useChat(person, props.onExchange);
  return (
    <section className="handset" data-shown={shown} aria-label={words.phoneOf(person.name)}>
      <div className="owner">
        <input
          value={person.name}
          onChange={({ currentTarget }) => props.onRename(currentTarget.value)}
          aria-label={words.name}
          maxLength={40}
          size={Math.max(4, person.name.length)}
        />
        <Masked>{person.from}</Masked>
        {props.onRemove && (
          <CloseButton size="sm" aria-label={words.remove(person.name)} onClick={props.onRemove} />
        )}
      </div>
      <header>
        <span className="face" aria-hidden="true">
          {[...business][0]}
        </span>
        <div>
          <strong>{business}</strong>
          <small>{chat.typing ? words.typing : words.businessAccount}</small>
        </div>
      </header>
      <Chat chat={chat} known={new Set(exchanges.keys())} onRequest={onRequest} />
      <Composer onSend={(body) => void chat.send({ body })} />
    </section>
  );
}
