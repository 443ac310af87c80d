import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { budgetControllerCurrentOptions } from '../api/dist/@tanstack/react-query.gen.js';
import type { SpentView } from '../api/dist/types.gen.js';
import { useLanguage } from '../shell/language.js';
import { useOverviewWords } from './words.js';

const REFRESHED_MS = 30_000;

/** What is spent and left of the budgets; nothing where there is none. */
export function Budget() {
  const words = useOverviewWords().budget;
  const { data } = useQuery({ ...budgetControllerCurrentOptions(), refetchInterval: REFRESHED_MS });
  const set = [
    [words.day, data?.day],
    [words.month, data?.month],
  ] as const;
  return (
    <ul className="figures">
      {set.map(([name, of]) => of?.budget && <Spent key={name} name={name} of={of} />)}
    </ul>
  );
}

function Spent({ name, of }: { name: string; of: SpentView }) {
  const words = useOverviewWords().budget;
  const { locale } = useLanguage();
  const money = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 2 });
  return (
    <li>
      <Link to="/settings">
        <span>{name}</span>
        <strong>{`${money(of.spent)} / ${money(of.budget ?? 0)}`}</strong>
        <small>{of.state === 'spent' ? words.spent : words.left(money(of.left ?? 0))}</small>
      </Link>
    </li>
  );
}
