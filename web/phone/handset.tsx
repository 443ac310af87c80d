import { useState } from 'react';
import * as scopes from '../api/dist/scopes.gen.js';
import { May, useMay } from '../shell/may.js';
import type { InboundAnswer, ListedMessage } from '../api/dist/types.gen.js';
import { Masked } from '../shell/masked.js';
import { Cross } from '../shell/press.js';
import { Chat } from './chat.js';
import { Composer } from './composer.js';
import type { Person } from './people.js';
import { SaveButton } from './scenario/save.js';
import { useChat } from './use-chat.js';
import { usePhoneWords } from './words.js';

interface HandsetProps {
  person: Person;
  business: string;
  shown: boolean;
  answers: ReadonlyMap<string, InboundAnswer>;
  onAnswer(answer: InboundAnswer): void;
  onRequest(sid: string): void;
  onRename(name: string): void;
  /** Absent where it is the only phone. */
  onRemove?(): void;
}

/** One person's phone, with the talk with the business open. */
export function Handset(props: HandsetProps) {
  const { person, business, shown, answers, onRequest } = props;
  const words = usePhoneWords();
  const chat = useChat(person, props.onAnswer);
  const may = useMay(scopes.controlControllerSend);
  const [replyTo, reply] = useState<ListedMessage>();
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
        <May do={scopes.savingControllerScenario}>
          <SaveButton from={person.from} disabled={!chat.messages.length} />
        </May>
        {props.onRemove && <Cross label={words.remove(person.name)} onClick={props.onRemove} />}
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
      <Chat
        chat={chat}
        known={new Set(answers.keys())}
        onRequest={onRequest}
        onReply={may ? reply : undefined}
      />
      <May do={scopes.controlControllerSend} note>
        <Composer
          onSend={(draft) => void chat.send(draft)}
          replyTo={replyTo}
          onForgetReply={() => reply(undefined)}
        />
      </May>
    </section>
  );
}
