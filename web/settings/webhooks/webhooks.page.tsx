import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as scopes from '../../api/dist/scopes.gen.js';
import { May } from '../../shell/may.js';
import { endpointsControllerListOptions } from '../../api/dist/@tanstack/react-query.gen.js';
import { Empty } from '../../shell/empty.js';
import { Failed } from '../../shell/failed.js';
import { Heading } from '../../shell/heading.js';
import { SettingsIcon } from '../../shell/icons.js';
import { Loading } from '../../shell/loading.js';
import '../settings.css';
import { SettingsTabs } from '../tabs.js';
import { AddEndpoint } from './add-endpoint.js';
import { Endpoint } from './endpoint.js';
import { GivenUp } from './given-up.js';
import './webhooks.css';
import { useWebhooksWords } from './words.js';

/** Which other systems are told of what happens, and what they didn't take. */
export function WebhooksPage() {
  const words = useWebhooksWords();
  const [adding, add] = useState(false);
  const list = useQuery(endpointsControllerListOptions());
  return (
    <div className="webhooks">
      <Heading title={words.title} />
      <SettingsTabs />
      <May do={scopes.endpointsControllerAdd} note />
      <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
        <p className="hint">{words.hint}</p>
        <May do={scopes.endpointsControllerAdd}>
          <Button size="xs" onClick={() => add(true)}>
            {words.add}
          </Button>
        </May>
      </Group>
      {list.error && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data?.items.length === 0 && (
        <Empty icon={<SettingsIcon />} title={words.none}>
          {words.noneHint}
        </Empty>
      )}
      {!!list.data?.items.length && (
        <ul className="listed" aria-label={words.endpoints}>
          {list.data.items.map((one) => (
            <Endpoint key={one.id} one={one} />
          ))}
        </ul>
      )}
      <GivenUp />
      {adding && <AddEndpoint onClose={() => add(false)} />}
    </div>
  );
}
