import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import { reviewedAnswerControllerOneQueryKey } from '../../api/dist/@tanstack/react-query.gen.js';
import type { ReviewedAnswer } from '../../api/dist/types.gen.js';
import { useWhyWords } from '../words.js';
import { AskAgain } from './ask-again.js';
import { Cases } from './cases.js';
import { Correction } from './correction.js';
import { Evaluation } from './evaluation.js';
import './review.css';
import { Thumbs } from './thumbs.js';

/** What a person thinks of the answer, and what they do about it. */
export function Review({ answer }: { answer: ReviewedAnswer }) {
  const words = useWhyWords().review;
  const changed = useChanged(answer);
  const [open, setOpen] = useState<'correction' | 'evaluation'>();
  const close = () => setOpen(undefined);
  const { correction, cases, asked } = answer;
  return (
    <section className="review" aria-labelledby="right">
      <h2 id="right">{words.title}</h2>
      <div className="deeds">
        <May do={scopes.feedbackControllerJudge} note>
          <Thumbs answer={answer} onChanged={changed} />
        </May>
        <May do={scopes.correctionsControllerCorrect}>
          <Button variant="default" size="xs" onClick={() => setOpen('correction')}>
            {correction ? words.correctAgain : words.correct}
          </Button>
        </May>
        <May do={scopes.evaluationControllerAdd}>
          <Button variant="default" size="xs" onClick={() => setOpen('evaluation')}>
            {words.evaluate}
          </Button>
        </May>
      </div>
      {correction && (
        <div className="corrected">
          <strong>
            <bdi className="said">{words.corrected(correction.questions[0])}</bdi>
          </strong>
          <p className="said" dir="auto">
            {correction.answer}
          </p>
        </div>
      )}
      {asked.length > 0 && (
        <May do={scopes.timelineControllerReplay}>
          <AskAgain answer={answer} />
        </May>
      )}
      {cases.length > 0 && <Cases cases={cases} onChanged={changed} />}
      <Correction
        answer={answer}
        opened={open === 'correction'}
        onChanged={changed}
        onClose={close}
      />
      <Evaluation
        answer={answer}
        opened={open === 'evaluation'}
        onChanged={changed}
        onClose={close}
      />
    </section>
  );
}

/** Reads the answer anew, by whichever of its names it is shown. */
function useChanged({ answer_id }: ReviewedAnswer): () => Promise<void> {
  const queries = useQueryClient();
  const [{ _id }] = reviewedAnswerControllerOneQueryKey({ path: { sid: answer_id } });
  return () => queries.invalidateQueries({ queryKey: [{ _id }] });
}
