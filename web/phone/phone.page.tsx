import { lazy, Suspense, useState } from 'react';
import type { InboundAnswer } from '../api/dist/types.gen.js';
import { Empty } from '../shell/empty.js';
import { Heading } from '../shell/heading.js';
import { PhoneIcon } from '../shell/icons.js';
import { Press } from '../shell/press.js';
import { useConfig } from '../shell/session.js';
import { useFaults } from './chaos/use-faults.js';
import { Handset } from './handset.js';
import { usePeople } from './people.js';
import './phone.css';
import './talk.css';
import './writing.css';
import './beside.css';
import './content/content.css';
import { usePhoneWords } from './words.js';

const ExchangePanel = lazy(() => import('./exchange.js'));
const ChaosSign = lazy(() => import('./chaos/chaos-sign.js'));
const ChaosPanel = lazy(() => import('./chaos/chaos.panel.js'));
const ScenariosPanel = lazy(() => import('./scenario/scenarios.panel.js'));

const PANELS = ['exchange', 'chaos', 'scenarios'] as const;
type Beside = (typeof PANELS)[number] | 'nothing';

/** Phones side by side, each of them a person who writes to the business. */
export function PhonePage() {
  const words = usePhoneWords();
  const config = useConfig();
  if (!config.data) return null;
  if (!config.data.simulator)
    return (
      <Empty icon={<PhoneIcon />} title={words.off}>
        {words.offHint}
      </Empty>
    );
  return <Simulator business={config.data.bot_name ?? 'Recado'} />;
}

function Simulator({ business }: { business: string }) {
  const words = usePhoneWords();
  const { people, shown, show, add, rename, remove } = usePeople();
  const faults = useFaults();
  const [answers, setAnswers] = useState<ReadonlyMap<string, InboundAnswer>>(new Map());
  const [chosen, setBeside] = useState<Beside>();
  const [asked, ask] = useState<string>();
  const keep = (answer: InboundAnswer) => {
    setAnswers((before) => new Map(before).set(answer.sid, answer));
    ask(answer.sid);
  };
  // Where there is room, the first answer opens it.
  const wide = answers.size > 0 && matchMedia('(min-width: 75em)').matches;
  const beside = chosen ?? (wide ? 'exchange' : 'nothing');
  const close = () => setBeside('nothing');
  return (
    <div className="simulator">
      <Heading title={words.title}>
        <div>
          {PANELS.map((panel) => (
            <Press
              key={panel}
              kind={beside === panel ? 'filled' : 'plain'}
              size="small"
              onClick={() => setBeside(beside === panel ? 'nothing' : panel)}
              aria-expanded={beside === panel}
            >
              {words[panel]}
            </Press>
          ))}
          <Press kind="soft" size="small" onClick={() => add()} disabled={people.length > 7}>
            {words.add}
          </Press>
          <Press kind="soft" size="small" onClick={() => add(true)} disabled={people.length > 7}>
            {words.addHidden}
          </Press>
        </div>
      </Heading>
      <p className="lead">{words.lead}</p>
      <div role="status">
        <Suspense>{faults.count > 0 && <ChaosSign faults={faults} />}</Suspense>
      </div>
      {people.length > 1 && (
        <div className="people" role="group" aria-label={words.people}>
          {people.map(({ from, name }) => (
            <button
              key={from}
              type="button"
              aria-pressed={from === shown}
              onClick={() => show(from)}
            >
              {name || '…'}
            </button>
          ))}
        </div>
      )}
      <div className="desk">
        <div className="handsets">
          {people.map((person) => (
            <Handset
              key={person.from}
              person={person}
              business={business}
              shown={person.from === shown}
              answers={answers}
              onAnswer={keep}
              onRequest={(sid) => {
                ask(sid);
                setBeside('exchange');
              }}
              onRename={(name) => rename(person.from, name)}
              onRemove={people.length > 1 ? () => remove(person.from) : undefined}
            />
          ))}
        </div>
        <Suspense>
          {beside === 'exchange' && (
            <ExchangePanel
              answer={asked === undefined ? undefined : answers.get(asked)}
              onClose={close}
            />
          )}
          {beside === 'chaos' && (
            <ChaosPanel
              faults={faults}
              person={people.find(({ from }) => from === shown)!}
              onClose={close}
            />
          )}
          {beside === 'scenarios' && <ScenariosPanel onClose={close} />}
        </Suspense>
      </div>
    </div>
  );
}
