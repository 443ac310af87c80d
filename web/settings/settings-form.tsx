import { Alert } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { botConfigControllerShowQueryKey } from '../api/dist/@tanstack/react-query.gen.js';
import * as scopes from '../api/dist/scopes.gen.js';
import { botConfigControllerUpdate, proposedControllerTest } from '../api/dist/sdk.gen.js';
import type { BotConfigUpdate, BotConfigView } from '../api/dist/types.gen.js';
import { May, useMay } from '../shell/may.js';
import type { Update } from './use-draft.js';
import { ValuesForm } from './values-form.js';
import { useSettingsWords } from './words.js';

const WANTED = scopes.botConfigControllerUpdate;

/** All settings of the installation. */
export function SettingsForm({ config }: { config: BotConfigView }) {
  const words = useSettingsWords();
  const queries = useQueryClient();
  const save = async (update: Update) => {
    const { data } = await botConfigControllerUpdate({ body: update as BotConfigUpdate });
    // What else shows settings is asked for anew: the history, the set-up.
    queries.setQueryData(botConfigControllerShowQueryKey(), data);
    void queries.invalidateQueries();
  };
  const test = async (update: Update) =>
    (await proposedControllerTest({ body: update as BotConfigUpdate })).data!.items;
  const simulated = config.simulator && (
    <Alert color="yellow" variant="light" mb="md">
      {words.simulated}
    </Alert>
  );
  return (
    <>
      <May do={WANTED} note />
      <ValuesForm
        config={config}
        own="stored"
        may={useMay(WANTED)}
        save={save}
        test={test}
        notes={{ twilio: simulated }}
      />
    </>
  );
}
