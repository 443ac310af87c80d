import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May, useMay } from '../../shell/may.js';
import { tryControllerAskMutation } from '../../api/dist/@tanstack/react-query.gen.js';
import { Failure } from '../../api/failure.js';
import { Failed } from '../../shell/failed.js';
import { useKnowledgeWords } from '../words.js';
import { Latest } from './latest.js';
import './try.css';
import { Tried } from './tried.js';

/** Asks as a customer would, and shows what comes of it and why. `question`: one from elsewhere. */
export function Try({ question }: { question?: string }) {
  const [text, setText] = useState(question ?? '');
  const trial = useMutation(tryControllerAskMutation());
  const { mutate } = trial;
  const wrong = trial.error instanceof Failure ? trial.error.fields.get('question') : undefined;
  const may = useMay(scopes.tryControllerAsk);
  const ask = (asked: string) => {
    setText(asked);
    if (asked.trim()) mutate({ body: { question: asked } });
  };
  useEffect(() => {
    if (may && question) mutate({ body: { question } });
  }, [may, question, mutate]);
  return (
    <div className="trial">
      <div>
        <May do={scopes.tryControllerAsk} note>
          <AskForm text={text} busy={trial.isPending} wrong={wrong} onType={setText} onAsk={ask} />
        </May>
        {trial.error && !wrong && <Failed error={trial.error} again={() => ask(text)} />}
        <div aria-live="polite" aria-busy={trial.isPending}>
          {trial.data && <Tried answer={trial.data} question={trial.variables.body.question} />}
        </div>
      </div>
      <Latest onAsk={may ? ask : undefined} />
    </div>
  );
}

interface AskFormProps {
  text: string;
  busy: boolean;
  /** What the server says of the question itself. */
  wrong?: string;
  onType(text: string): void;
  onAsk(text: string): void;
}

function AskForm({ text, busy, wrong, onType, onAsk }: AskFormProps) {
  const words = useKnowledgeWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk(text);
  };
  const pressed = (event: KeyboardEvent) => {
    // While a word is composed, Enter chooses it.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  return (
    <form onSubmit={submit} className="ask">
      <Textarea
        label={words.ask}
        description={words.askHint}
        placeholder={words.askPlaceholder}
        autosize
        minRows={1}
        maxRows={6}
        dir="auto"
        value={text}
        error={wrong}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
        onKeyDown={pressed}
      />
      <Button type="submit" loading={busy} disabled={!text.trim()}>
        {words.askButton}
      </Button>
    </form>
  );
}
