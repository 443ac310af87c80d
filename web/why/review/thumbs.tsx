import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { feedbackControllerJudgeMutation } from '../../api/dist/@tanstack/react-query.gen.js';
import type { ReviewedAnswer } from '../../api/dist/types.gen.js';
import { Failed } from '../../shell/failed.js';
import { useWhyWords } from '../words.js';
import { ThumbDownIcon, ThumbUpIcon } from './thumb-icons.js';

interface ThumbsProps {
  answer: ReviewedAnswer;
  onChanged: () => Promise<void>;
}

const MOST_NOTE = 2000;

/** Up or down; pressed again it is taken back. A note may say why. */
export function Thumbs({ answer, onChanged }: ThumbsProps) {
  const words = useWhyWords().review;
  const { feedback, answer_id: sid } = answer;
  const judge = useMutation({ ...feedbackControllerJudgeMutation(), onSuccess: onChanged });
  const give = (verdict: 'up' | 'down') =>
    judge.mutate({
      path: { sid },
      body: feedback?.verdict === verdict ? { verdict: null } : { verdict, note: feedback?.note },
    });
  const verdict = feedback?.verdict;
  return (
    <>
      <div className="thumbs">
        <Thumb name={words.up} pressed={verdict === 'up'} onClick={() => give('up')}>
          <ThumbUpIcon size={18} />
        </Thumb>
        <Thumb name={words.down} pressed={verdict === 'down'} onClick={() => give('down')}>
          <ThumbDownIcon size={18} />
        </Thumb>
      </div>
      {judge.error && <Failed error={judge.error} />}
      {feedback && verdict && (
        <Note
          key={verdict}
          label={verdict === 'down' ? words.note : words.noteUp}
          kept={feedback.note ?? ''}
          onKeep={(note) => judge.mutateAsync({ path: { sid }, body: { verdict, note } })}
        />
      )}
    </>
  );
}

function Thumb(props: {
  name: string;
  pressed: boolean;
  onClick: () => void;
  children: React.ReactNode;
}) {
  const { name, pressed, onClick, children } = props;
  return (
    <button type="button" aria-label={name} title={name} aria-pressed={pressed} onClick={onClick}>
      {children}
    </button>
  );
}

interface NoteProps {
  label: string;
  kept: string;
  onKeep: (note: string) => Promise<unknown>;
}

function Note({ label, kept, onKeep }: NoteProps) {
  const words = useWhyWords().review;
  const [note, setNote] = useState(kept);
  const isKept = note.trim() === kept;
  return (
    <form
      className="note"
      onSubmit={(event) => {
        event.preventDefault();
        void onKeep(note.trim());
      }}
    >
      <Textarea
        label={label}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        maxLength={MOST_NOTE}
        autosize
        minRows={1}
        maxRows={6}
      />
      <Button type="submit" size="xs" variant="default" disabled={isKept}>
        {isKept && kept ? words.saved : words.save}
      </Button>
    </form>
  );
}
