import type { TimelineView } from '../api/dist/types.gen.js';
import { useLanguage } from '../shell/language.js';
import { useMasked } from '../shell/masked.js';
import { Copy } from './copy.js';
import { curlOf } from './curl.js';
import { clock, duration } from './durations.js';
import { Words } from './said-words.js';
import { useMessageWords } from './words.js';

type Came = NonNullable<TimelineView['received']>;
type Request = NonNullable<Came['request']>;

/** The request that brought the message, beside its text. */
export function Received({ timeline }: { timeline: TimelineView }) {
  const words = useMessageWords();
  const { received, message } = timeline;
  if (message.direction === 'outbound' || message.source === 'api') return null;
  return (
    <section className="msg-card msg-received" aria-label={words.received}>
      <h2>{words.received}</h2>
      {received ? <How how={received} /> : <p className="msg-none">{words.notKept}</p>}
      {received?.request && (
        <div className="msg-beside">
          <AsItCame request={received.request} />
          <div className="msg-theirs">
            <h3>{words.wrote}</h3>
            {message.text ? (
              <Words label={words.wrote} text={message.text} />
            ) : (
              <p className="msg-none">{words.wroteNothing}</p>
            )}
          </div>
        </div>
      )}
    </section>
  );
}

function How({ how: { via, at, acknowledged_ms, request } }: { how: Came }) {
  const { locale } = useLanguage();
  const words = useMessageWords();
  return (
    <p className="msg-how">
      <span>{words.via[via]}</span>
      <span className="numbers">{clock(at, locale)}</span>
      {acknowledged_ms !== null && (
        <span className="numbers">{words.acknowledged(duration(acknowledged_ms, locale))}</span>
      )}
      {request?.signed_by && <span>{words.signedBy(request.signed_by)}</span>}
    </p>
  );
}

function AsItCame({ request }: { request: Request }) {
  const words = useMessageWords();
  const { masked } = useMasked();
  const { method, path, headers, form, cut } = request;
  return (
    <div className="msg-request">
      <p className="msg-first-line">
        <strong>{method}</strong> <code>{path}</code>
        <span title={words.curlHint}>
          <Copy what={words.curl} text={curlOf(request, location.origin)} />
        </span>
      </p>
      <Fields name={words.form} fields={form} />
      <Fields name={words.headers} fields={headers} />
      {cut && <p className="msg-none">{words.cut}</p>}
      {masked && <p className="msg-none">{words.maskedHint}</p>}
    </div>
  );
}

function Fields({ name, fields }: { name: string; fields: Record<string, string> }) {
  return (
    <>
      <h3>{name}</h3>
      <dl className="msg-fields">
        {Object.entries(fields).map(([field, value]) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd className="said" dir="auto" tabIndex={0}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
