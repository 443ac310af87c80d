import { Loader, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { timelineControllerReplayMutation } from '../api/dist/@tanstack/react-query.gen.js';
import type { ReplayView, SourceView } from '../api/dist/types.gen.js';
import { Failed } from '../shell/failed.js';
import { Time } from '../shell/time.js';
import { useShellWords } from '../shell/words.js';
import { Words } from './said-words.js';
import { Pill } from './tone.js';
import { useMessageWords } from './words.js';

/** Asks again what a message asked, and shows both answers side by side. Nothing is stored or sent. */
export function Replay({ sid, onClose }: { sid: string; onClose: () => void }) {
  const words = useMessageWords();
  const shell = useShellWords();
  const { mutate, data, error } = useMutation(timelineControllerReplayMutation());
  useEffect(() => mutate({ path: { sid } }), [mutate, sid]);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={words.replayTitle}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      <p className="msg-none">{words.replayHint}</p>
      {error && <Failed error={error} again={() => mutate({ path: { sid } })} />}
      {!error && !data && (
        <p className="msg-waiting" role="status">
          <Loader size="sm" /> {words.replaying}
        </p>
      )}
      {data && <Both replay={data} />}
    </Modal>
  );
}

function Both({ replay }: { replay: ReplayView }) {
  const words = useMessageWords();
  const { former, answer, same } = replay;
  return (
    <>
      <p role="status">
        <Pill tone={same ? 'good' : 'calm'}>{same ? words.same : words.different}</Pill>
      </p>
      <div className="msg-both">
        <Answer
          title={words.formerly}
          parts={former?.parts}
          none={words.nothingThen}
          mode={former?.mode}
          sources={former?.sources}
        >
          {former && <Time at={former.created_at} />}
        </Answer>
        <Answer
          title={words.now}
          parts={answer.parts}
          none={words.nothingNow}
          mode={answer.mode}
          sources={answer.sources}
        >
          {answer.error !== null && <p className="msg-trouble said">{answer.error}</p>}
          {answer.handover && <p className="msg-none">{words.handover}</p>}
        </Answer>
      </div>
    </>
  );
}

interface AnswerProps {
  title: string;
  parts?: string[];
  /** What is said where there is no text. */
  none: string;
  mode?: string | null;
  sources?: SourceView[];
  children: ReactNode;
}

function Answer({ title, parts = [], none, mode, sources = [], children }: AnswerProps) {
  const words = useMessageWords();
  const text = parts.join('\n\n');
  return (
    <section aria-label={title}>
      <h3>
        {title}
        {mode && words.modes[mode] && `, ${words.modes[mode]}`}
      </h3>
      {text ? <Words label={title} text={text} /> : <p className="msg-none">{none}</p>}
      {text && (
        <p className="msg-sources">
          {sources.length
            ? `${words.sources} ${[...new Set(sources.map((one) => one.title))].join(', ')}`
            : words.noSources}
        </p>
      )}
      {children}
    </section>
  );
}
