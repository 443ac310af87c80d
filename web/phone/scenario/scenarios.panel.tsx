import { Button, FileButton, Group, Progress, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import {
  rehearsalsControllerListOptions,
  rehearsalsControllerBeginMutation,
  rehearsalsControllerStopMutation,
} from '../../api/dist/@tanstack/react-query.gen.js';
import type { RehearsalView } from '../../api/dist/types.gen.js';
import { Failed } from '../../shell/failed.js';
import { Panel } from '../panel.js';
import { usePhoneWords } from '../words.js';
import { PlayedTurns } from './played-turns.js';
import { useScenarioWords } from './words.js';

/** Milliseconds between two looks at what is played. */
const LOOK = 300;
const LATEST = rehearsalsControllerListOptions({ query: { limit: 1 } });

/** Plays a scenario's file, and shows how the latest one went. */
export default function ScenariosPanel({ onClose }: { onClose: () => void }) {
  const words = useScenarioWords();
  const { scenarios: title } = usePhoneWords();
  const queries = useQueryClient();
  const latest = useQuery({
    ...LATEST,
    refetchInterval: ({ state }) => (state.data?.items[0]?.state === 'running' ? LOOK : false),
  });
  const begin = useMutation({
    ...rehearsalsControllerBeginMutation(),
    onSettled: () => queries.invalidateQueries({ queryKey: LATEST.queryKey }),
  });
  const play = async (file: File | null) => {
    if (!file) return;
    const scenario = await file.text();
    begin.mutate({ body: { name: file.name.slice(0, 200), scenario } });
  };
  const view = latest.data?.items[0];
  return (
    <Panel title={title} onClose={onClose}>
      <Text size="sm" c="dimmed" mb="sm">
        {words.scenariosHint}
      </Text>
      <May do={scopes.rehearsalsControllerBegin} note>
        <FileButton onChange={(file) => void play(file)} accept=".yaml,.yml,.json" key={view?.id}>
          {(props) => (
            <Button {...props} size="xs" loading={begin.isPending}>
              {words.play}
            </Button>
          )}
        </FileButton>
      </May>
      {begin.error && <Failed error={begin.error} />}
      {latest.error && <Failed error={latest.error} again={() => void latest.refetch()} />}
      {view && <Rehearsal view={view} />}
    </Panel>
  );
}

function Rehearsal({ view }: { view: RehearsalView }) {
  const words = useScenarioWords();
  const queries = useQueryClient();
  const stop = useMutation({
    ...rehearsalsControllerStopMutation(),
    onSettled: () => queries.invalidateQueries({ queryKey: LATEST.queryKey }),
  });
  const { id, name, state, turns, turns_in_all: all, passed, failed, error } = view;
  return (
    <section className="rehearsal" aria-label={name}>
      <Group justify="space-between" mb={6} wrap="nowrap">
        <strong className="said">{name}</strong>
        {state === 'running' && (
          <May do={scopes.rehearsalsControllerStop}>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => stop.mutate({ path: { id } })}
            >
              {words.stop}
            </Button>
          </May>
        )}
      </Group>
      <Progress
        value={(turns.length / all) * 100}
        color={failed ? 'red' : 'leaf'}
        aria-label={words.progress}
      />
      <p role="status" className="counts" data-failed={failed > 0}>
        {words.played(state, passed, failed, all)}
      </p>
      {error && <p className="said">{error}</p>}
      <PlayedTurns turns={turns} />
    </section>
  );
}
