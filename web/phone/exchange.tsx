import type { InboundAnswer } from '../api/dist/types.gen.js';
import { Press } from '../shell/press.js';
import { useCopy } from '../shell/notices/use-copy.js';
import { curlOf } from './curl.js';
import { Panel } from './panel.js';
import { usePhoneWords } from './words.js';

/** The signed request behind a message, as curl, and what Recado answered to it. */
export default function ExchangePanel({
  answer,
  onClose,
}: {
  answer?: InboundAnswer;
  onClose: () => void;
}) {
  const words = usePhoneWords();
  return (
    <Panel title={words.exchange} onClose={onClose}>
      {answer ? <Both answer={answer} /> : <p>{words.noExchange}</p>}
    </Panel>
  );
}

function Both({ answer }: { answer: InboundAnswer }) {
  const words = usePhoneWords();
  const good = answer.status !== null && answer.status < 300;
  const times = answer.responses?.length ?? 1;
  return (
    <>
      {answer.request && <Request text={curlOf(answer.request)} />}
      <div className="part">
        <h3>{words.answer}</h3>
        <span className="badge" data-good={good}>
          {answer.status ?? words.none}
        </span>
        {times > 1 && <span className="badge">{words.times(times)}</span>}
        <small>{answer.content_type}</small>
      </div>
      <pre tabIndex={0}>{answer.error ?? answer.body}</pre>
    </>
  );
}

function Request({ text }: { text: string }) {
  const words = usePhoneWords();
  return (
    <>
      <div className="part">
        <h3>{words.asCurl}</h3>
        <Copy text={text} />
      </div>
      <pre tabIndex={0} data-curl>
        {text}
      </pre>
    </>
  );
}

function Copy({ text }: { text: string }) {
  const words = usePhoneWords();
  const { copied, copy, forget } = useCopy(text);
  return (
    <Press size="tiny" onClick={copy} onBlur={forget}>
      {copied ? words.copied : words.copy}
    </Press>
  );
}
