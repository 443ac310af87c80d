import { Button, NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import { Failed } from '../../shell/failed.js';
import { Panel } from '../panel.js';
import type { Person } from '../people.js';
import { usePhoneWords } from '../words.js';
import { Burst } from './burst.js';
import type { useFaults } from './use-faults.js';
import { useChaosWords } from './words.js';

interface ChaosPanelProps {
  faults: ReturnType<typeof useFaults>;
  person: Person;
  onClose(): void;
}

/** Switches for what goes wrong on purpose: of what people write, and of what Twilio does. */
export default function ChaosPanel({ faults, person, onClose }: ChaosPanelProps) {
  const words = useChaosWords();
  const { chaos: title } = usePhoneWords();
  const { chaos, set, calm, count } = faults;
  const options = (texts: Record<string, string>) =>
    Object.entries(texts).map(([value, label]) => ({ value, label }));
  return (
    <Panel title={title} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.chaosHint}
        </Text>
        {faults.error && <Failed error={faults.error} />}
        <May do={scopes.controlControllerSetFaults} note>
          <Count
            label={words.repeat}
            value={chaos.times}
            most={20}
            least={1}
            onChange={(times) => set({ times })}
          />
          <Count
            label={words.late}
            value={chaos.delay / 1000}
            most={600}
            least={0}
            onChange={(seconds) => set({ delay: seconds * 1000 })}
          />
          <Switch
            label={words.disorder}
            description={words.disorderHint}
            checked={chaos.disorder}
            onChange={({ currentTarget }) => set({ disorder: currentTarget.checked })}
          />
          <Switch
            label={words.forged}
            checked={chaos.forged}
            onChange={({ currentTarget }) => set({ forged: currentTarget.checked })}
          />
          <Switch
            label={words.sharedKey}
            description={words.sharedKeyHint}
            checked={chaos.sharedKey}
            onChange={({ currentTarget }) => set({ sharedKey: currentTarget.checked })}
          />
          <NativeSelect
            label={words.onCreate}
            data={options(words.creates)}
            value={chaos.create}
            onChange={({ currentTarget: { value } }) =>
              set({ create: value as typeof chaos.create })
            }
          />
          <NativeSelect
            label={words.onCallback}
            data={options(words.callbacks)}
            value={chaos.callbacks}
            onChange={({ currentTarget: { value } }) =>
              set({ callbacks: value as typeof chaos.callbacks })
            }
          />
          <Button size="xs" variant="default" disabled={!count} onClick={calm}>
            {words.calm}
          </Button>
          <Burst person={person} />
        </May>
      </Stack>
    </Panel>
  );
}

interface CountProps {
  label: string;
  value: number;
  least: number;
  most: number;
  onChange(value: number): void;
}

function Count({ label, value, least, most, onChange }: CountProps) {
  return (
    <TextInput
      type="number"
      label={label}
      value={value}
      min={least}
      max={most}
      onChange={({ currentTarget }) => {
        const given = Math.round(currentTarget.valueAsNumber);
        if (Number.isFinite(given)) onChange(Math.min(most, Math.max(least, given)));
      }}
    />
  );
}
