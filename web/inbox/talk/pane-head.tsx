import { ActionIcon, Button } from '@mantine/core';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import type { ConversationView } from '../../api/dist/types.gen.js';
import { Failed } from '../../shell/failed.js';
import { Masked, useMasked } from '../../shell/masked.js';
import { Time, useNow } from '../../shell/time.js';
import { Face } from '../face.js';
import { BackIcon, BotIcon, HandIcon, MutedIcon, PersonIcon } from '../icons.js';
import { nameOf } from '../name.js';
import { endOf, WindowRing } from '../window.js';
import { useInboxWords, useTalkWords } from '../words.js';
import type { Actions } from './use-actions.js';

interface HeadProps {
  conversation: ConversationView;
  actions: Actions;
  onBack(): void;
}

/** Who it is, who answers, and how long they may be written to. */
export function PaneHead({ conversation, actions, onBack }: HeadProps) {
  const words = useInboxWords();
  const { mask } = useMasked();
  const { id, addresses, mode, profile_name, waiting_since } = conversation;
  const { waiting_reason, opted_out } = conversation;
  const name = nameOf(conversation);
  const human = mode === 'human';
  return (
    <header className="pane-head">
      <ActionIcon
        className="pane-back"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={words.back}
        onClick={onBack}
      >
        <BackIcon />
      </ActionIcon>
      <Face id={id} name={mask(name)} />
      <div className="pane-who">
        <h2>
          <Masked>{name}</Masked>
        </h2>
        <div className="pane-facts">
          {profile_name && addresses[0] && <Masked>{addresses[0]}</Masked>}
          <span className="sign" data-human={human}>
            {human ? <PersonIcon size={14} /> : <BotIcon size={14} />}
            {words.who[mode]}
          </span>
          {waiting_since && (
            <span className="sign" data-urgent>
              <HandIcon size={14} />
              <span>
                {words.waits} · <Time at={waiting_since} />
                {waiting_reason && ` · ${words.waitsFor[waiting_reason]}`}
              </span>
            </span>
          )}
          <WindowRing ends={endOf(conversation.window)} now={useNow(5_000)} inFull />
          {opted_out && (
            <span className="sign">
              <MutedIcon size={14} />
              {words.optedOut}
            </span>
          )}
        </div>
      </div>
      <TakeOver conversation={conversation} actions={actions} />
      {actions.error && <Failed error={actions.error} />}
    </header>
  );
}

/** Takes it over, or hands it back; also who only waits may be handed back to the bot. */
function TakeOver({ conversation, actions }: Omit<HeadProps, 'onBack'>) {
  const words = useTalkWords();
  const { mode, waiting_since } = conversation;
  return (
    <div className="pane-actions">
      {mode === 'bot' && (
        <May do={scopes.takeoverControllerTakeOver}>
          <Button size="xs" loading={actions.busy} onClick={actions.takeOver}>
            {words.takeOver}
          </Button>
        </May>
      )}
      {(mode === 'human' || waiting_since) && (
        <May do={scopes.takeoverControllerRelease}>
          <Button size="xs" variant="default" loading={actions.busy} onClick={actions.release}>
            {mode === 'human' ? words.handBack : words.release}
          </Button>
        </May>
      )}
    </div>
  );
}
