import { Alert } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import {
  linesControllerShowOptions,
  linesControllerShowQueryKey,
} from '../../api/dist/@tanstack/react-query.gen.js';
import * as scopes from '../../api/dist/scopes.gen.js';
import { LineSettingsUpdateSchema } from '../../api/dist/schemas.gen.js';
import { linesControllerPut } from '../../api/dist/sdk.gen.js';
import type { BotConfigView, LineSettingsUpdate } from '../../api/dist/types.gen.js';
import { Failure } from '../../api/failure.js';
import { Failed } from '../../shell/failed.js';
import { Heading } from '../../shell/heading.js';
import { Loading } from '../../shell/loading.js';
import { May, useMay } from '../../shell/may.js';
import { useConfig } from '../../shell/session.js';
import { type Config, type Field, valueOf } from '../fields.js';
import '../settings.css';
import type { Update } from '../use-draft.js';
import { ValuesForm } from '../values-form.js';
import './lines.css';
import { RemoveLine } from './remove-line.js';
import { useLinesWords } from './words.js';

/** The settings of one line; of one that isn't set up, those that it would have. */
export function LinePage() {
  const words = useLinesWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const line = useQuery({
    ...linesControllerShowOptions({ path: { id } }),
    meta: { live: ['settings'] },
  });
  const common = useConfig();
  const isNew = line.error instanceof Failure && line.error.status === 404;
  // What was known of it before it was taken away is still in the query.
  const known = isNew ? undefined : line.data;
  const error = isNew ? common.error : line.error;
  const config = isNew ? common.data && begun(common.data) : known;
  return (
    <div className="lines">
      <Link to="/settings/lines" className="back">
        ← {words.back}
      </Link>
      <Heading title={known?.name ?? id}>
        {known && (
          <May do={scopes.linesControllerRemove}>
            <RemoveLine id={id} name={known.name ?? id} />
          </May>
        )}
      </Heading>
      <May do={scopes.linesControllerPut} note />
      {error && <Failed error={error} again={() => void (isNew ? common : line).refetch()} />}
      {!error && !config && <Loading />}
      {isNew && config && <Alert mb="md">{words.new}</Alert>}
      {config && <Settings key={`${id} ${isNew}`} id={id} config={config} isNew={isNew} />}
    </div>
  );
}

function Settings({ id, config, isNew }: { id: string; config: Config; isNew: boolean }) {
  const words = useLinesWords();
  const queries = useQueryClient();
  const save = async (update: Update) => {
    const path = { id };
    const { data } = await linesControllerPut({ path, body: update as LineSettingsUpdate });
    queries.setQueryData(linesControllerShowQueryKey({ path }), data);
    void queries.invalidateQueries();
  };
  return (
    <ValuesForm
      config={shownOn(id, config)}
      own="line"
      may={useMay(scopes.linesControllerPut)}
      makes={isNew ? words.setUp : undefined}
      save={save}
    />
  );
}

/** What a line has that nothing was set for: the common values, and its own number to send from. */
function begun(common: BotConfigView): Config {
  const { sources } = common;
  const fields = Object.keys(LineSettingsUpdateSchema.properties) as Field[];
  const values = fields.map((field) => [field, valueOf(common, field)]);
  const own = { name: null, twilio_messaging_service_sid: null };
  const of = { name: 'default', twilio_messaging_service_sid: 'default' } as const;
  return { ...Object.fromEntries(values), ...own, sources: { ...sources, ...of } };
}

/** A Messaging Service sends through itself: there is nothing to choose. */
function shownOn(id: string, config: Config): Config {
  const { twilio_messaging_service_sid: _, ...others } = config;
  return id.startsWith('MG') ? others : config;
}
