import { Autocomplete, Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { evaluationControllerAddMutation } from '../../api/dist/@tanstack/react-query.gen.js';
import type { ReviewedAnswer } from '../../api/dist/types.gen.js';
import { Failure } from '../../api/failure.js';
import { Failed } from '../../shell/failed.js';
import { notify } from '../../shell/notices/notify.js';
import { useWhyWords } from '../words.js';
import { KINDS, type Mark, marksOf } from './marks.js';

interface DialogProps {
  answer: ReviewedAnswer;
  opened: boolean;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

/** What is asked, and what the answer must be: a case that the evaluation tries from then on. */
export function Evaluation({ opened, onClose, ...rest }: DialogProps) {
  const { evaluation: words, close } = useWhyWords().review;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': close }}
      size="lg"
    >
      <Fields {...rest} onClose={onClose} />
    </Modal>
  );
}

function Fields({ answer, onChanged, onClose }: Omit<DialogProps, 'opened'>) {
  const { evaluation: words, cancel } = useWhyWords().review;
  const [ask, setAsk] = useState(answer.question);
  const [kind, setKind] = useState<string>(KINDS[0]);
  const [mark, setMark] = useState<Mark>('must');
  const [must, setMust] = useState('');
  const [mustNot, setMustNot] = useState('');
  const add = useMutation({
    ...evaluationControllerAddMutation(),
    onSuccess: async () => {
      await onChanged();
      onClose();
      void notify({ message: words.done, color: 'leaf' });
    },
  });
  const wrong = add.error instanceof Failure ? add.error.fields : new Map<string, string>();
  return (
    <form
      className="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { ask, kind, ...marksOf(mark, must, mustNot) };
        add.mutate({ path: { sid: answer.answer_id }, body });
      }}
    >
      <p className="hint">{words.lead}</p>
      <Textarea
        label={words.ask}
        value={ask}
        onChange={({ currentTarget }) => setAsk(currentTarget.value)}
        error={wrong.get('ask')}
        required
        autosize
        maxRows={6}
      />
      <Autocomplete
        label={words.kind}
        description={words.kindHint}
        data={[...KINDS]}
        value={kind}
        onChange={setKind}
        error={wrong.get('kind')}
        required
      />
      <Radio.Group label={words.expected} value={mark} onChange={(value) => setMark(value as Mark)}>
        <Stack gap={6} mt={6}>
          {(['must', 'refuse', 'no_sources', 'handover'] as const).map((one) => (
            <Radio key={one} value={one} label={words.marks[one]} />
          ))}
        </Stack>
      </Radio.Group>
      {mark === 'must' && (
        <Textarea
          label={words.must}
          description={words.mustHint}
          value={must}
          onChange={({ currentTarget }) => setMust(currentTarget.value)}
          error={wrong.get('must')}
          autosize
          minRows={2}
          maxRows={8}
          data-autofocus
        />
      )}
      <Textarea
        label={words.mustNot}
        description={words.mustNotHint}
        value={mustNot}
        onChange={({ currentTarget }) => setMustNot(currentTarget.value)}
        error={wrong.get('must_not')}
        autosize
        maxRows={8}
      />
      {add.error && !wrong.size && <Failed error={add.error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {cancel}
        </Button>
        <Button type="submit" loading={add.isPending}>
          {words.add}
        </Button>
      </Group>
    </form>
  );
}
