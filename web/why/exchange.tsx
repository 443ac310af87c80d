import { Link } from '@tanstack/react-router';
import type { ReviewedAnswer, Trace } from '../api/dist/types.gen.js';
import { useLanguage } from '../shell/language.js';
import { Said } from '../shell/said.js';
import { Time } from '../shell/time.js';
import { useDuration } from './duration.js';
import { sentenceOf, toneOf, usedIn } from './sentence.js';
import { useWhyWords } from './words.js';

/** What became of the message in one sentence, then what was asked and what was answered. */
export function Exchange({ answer }: { answer: ReviewedAnswer }) {
  const words = useWhyWords();
  const { locale } = useLanguage();
  const { asked, answer: said, trace, answered_at } = answer;
  return (
    <>
      <p className="verdict said" data-tone={toneOf(answer)}>
        {sentenceOf(answer, words, locale)}
      </p>
      <div className="exchange">
        {asked.map(({ id, text, created_at }) => (
          <article key={id} className="word" aria-label={words.question}>
            {text.trim() ? <Said>{text}</Said> : <p className="hint">{words.noText}</p>}
            <footer>
              <Time at={created_at} />
            </footer>
          </article>
        ))}
        {said !== null && (
          <article className="word" data-mine aria-label={words.answer}>
            <Said>{asOnWhatsApp(said)}</Said>
            <footer>
              {answered_at && <Time at={answered_at} />}
              {trace && <Costs trace={trace} />}
            </footer>
            {trace && <Sources trace={trace} />}
          </article>
        )}
      </div>
    </>
  );
}

/** What it took: time, tokens, money. */
function Costs({ trace }: { trace: Trace }) {
  const words = useWhyWords();
  const { locale } = useLanguage();
  const duration = useDuration();
  const { usage, timings } = trace;
  const { total_ms } = timings;
  const money = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  return (
    <>
      {total_ms !== undefined && <span>{words.total(duration(total_ms))}</span>}
      {usage && (
        <span>
          {words.tokens(usage.input_tokens, usage.output_tokens)}
          {usage.cost !== undefined && `, ${words.cost(money.format(usage.cost))}`}
        </span>
      )}
    </>
  );
}

function Sources({ trace }: { trace: Trace }) {
  const words = useWhyWords();
  const used = [...new Map(usedIn(trace).map((one) => [one.document_id, one])).values()];
  if (!used.length) return null;
  return (
    <ul className="sources" aria-label={words.sources}>
      {used.map(({ document_id, title }) => (
        <li key={document_id}>
          {document_id.includes('/') ? (
            <bdi>{title}</bdi>
          ) : (
            <Link to="/knowledge/$id" params={{ id: document_id }}>
              <bdi>{title}</bdi>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Answers are kept as Markdown: its bold is WhatsApp's with one star. */
function asOnWhatsApp(markdown: string): string {
  return markdown.replace(/\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*/g, '*$1*');
}
