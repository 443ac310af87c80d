import type { Trace } from '../../api/dist/types.gen.js';
import { useLanguage } from '../../shell/language.js';
import { useWhyWords } from '../words.js';
import { Step } from './step.js';

/** What the message was taken for, and whether the operator's own answer was found. */
export function UnderstoodStep({ trace }: { trace: Trace }) {
  const words = useWhyWords();
  const { locale } = useLanguage();
  const understood = trace.steps.find((step) => step.kind === 'understand');
  const curated = trace.steps.filter((step) => step.kind === 'curated');
  if (!understood && !curated.length) return null;
  const { title, wants, kinds, by, sure, language, readAs } = words.understood;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const named = (code: string) => new Intl.DisplayNames(locale, { type: 'language' }).of(code);
  return (
    <Step title={title}>
      <dl className="facts">
        {understood && (
          <>
            <Fact name={wants}>
              {kinds[understood.wants] ?? understood.wants}{' '}
              <small>
                {by[understood.by]}
                {understood.probability !== null &&
                  `, ${sure(percent.format(understood.probability))}`}
              </small>
            </Fact>
            <Fact name={language}>{named(understood.language)}</Fact>
            {understood.read_as !== null && (
              <Fact name={readAs}>
                <bdi className="said">{understood.read_as}</bdi>
              </Fact>
            )}
          </>
        )}
        {curated.map(({ question, title: asked }) => (
          <Fact key={question} name={words.understood.curated}>
            <bdi className="said">{words.quoted(asked)}</bdi>
          </Fact>
        ))}
      </dl>
    </Step>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
