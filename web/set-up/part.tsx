import { Button, Loader } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as scopes from '../api/dist/scopes.gen.js';
import { May } from '../shell/may.js';
import {
  setUpControllerCheckMutation,
  setUpControllerViewQueryKey,
} from '../api/dist/@tanstack/react-query.gen.js';
import type { SetUpItem, SetUpView } from '../api/dist/types.gen.js';
import { Failed } from '../shell/failed.js';
import { Time } from '../shell/time.js';
import { Explained } from './explained.js';
import { Mark } from './mark.js';
import { WebhookTools } from './webhook-tools.js';
import { useSetUpWords } from './words.js';

/** Where a part is changed. */
const PLACES: Partial<Record<SetUpItem['id'], '/settings' | '/knowledge'>> = {
  documents: '/knowledge',
  model: '/settings',
  twilio: '/settings',
  sender: '/settings',
};

/** A line of the checklist. */
export function Part({ item }: { item: SetUpItem }) {
  const words = useSetUpWords();
  const queries = useQueryClient();
  const check = useMutation({
    ...setUpControllerCheckMutation(),
    onSuccess: (checked) => {
      queries.setQueryData<SetUpView>(
        setUpControllerViewQueryKey(),
        (before) => before && withItem(before, checked),
      );
      void queries.invalidateQueries({ queryKey: setUpControllerViewQueryKey() });
    },
  });
  const { id, state, checking, checked_at, simulated } = item;
  const name = words.parts[id];
  const place = PLACES[id];
  const isBusy = check.isPending || checking;
  return (
    <li className="part" data-state={state} data-part={id}>
      {isBusy ? (
        <Loader size={22} aria-label={words.checkingNow} />
      ) : (
        <Mark state={state} label={words.states[state]} />
      )}
      <div className="about">
        <h2>
          {name} {simulated && <small className="pill">{words.simulated}</small>}
        </h2>
        <Explained found={item} part={id} />
        {item.url && <WebhookTools url={item.url} />}
        {check.error && <Failed error={check.error} />}
      </div>
      <div className="actions">
        {place && state !== 'ok' && state !== 'not_applicable' && (
          <Button component={Link} to={place} size="xs" variant="subtle">
            {place === '/settings' ? words.toSettings : words.toKnowledge}
          </Button>
        )}
        <May do={scopes.setUpControllerCheck}>
          <Button
            size="xs"
            variant="default"
            disabled={isBusy}
            aria-label={words.checkOf(name)}
            onClick={() => check.mutate({ path: { part: id } })}
          >
            {words.check}
          </Button>
        </May>
        {checked_at && (
          <small>
            {words.checked} <Time at={checked_at} />
          </small>
        )}
      </div>
    </li>
  );
}

function withItem(view: SetUpView, checked: SetUpItem): SetUpView {
  const items = view.items.map((item) => (item.id === checked.id ? checked : item));
  return { ...view, items };
}
