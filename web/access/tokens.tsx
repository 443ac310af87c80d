import { Alert, Button, Code, Loader, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  tokensControllerListOptions,
  tokensControllerMakeMutation,
  tokensControllerRevokeMutation,
} from '../api/dist/@tanstack/react-query.gen.js';
import type { TokenView } from '../api/dist/types.gen.js';
import { Confirm } from '../shell/confirm.js';
import { Failed } from '../shell/failed.js';
import { SCOPES } from '../shell/may.js';
import { Time } from '../shell/time.js';
import { useShellWords } from '../shell/words.js';
import { useAccessWords } from './words.js';

/** The named tokens: they are made, looked through and revoked here. */
export function Tokens() {
  const words = useAccessWords();
  const shell = useShellWords();
  const tokens = useQuery(tokensControllerListOptions());
  const [revoked, setRevoked] = useState<TokenView | null>(null);
  const queries = useQueryClient();
  const revoke = useMutation({
    ...tokensControllerRevokeMutation(),
    onSuccess: () => {
      setRevoked(null);
      void queries.invalidateQueries();
    },
  });
  if (tokens.error) return <Failed error={tokens.error} again={() => void tokens.refetch()} />;
  if (!tokens.data) return <Loader aria-label={shell.loading} />;
  return (
    <section className="access" aria-labelledby="tokens">
      <h2 id="tokens">{words.tokens}</h2>
      <p>{words.tokensHint}</p>
      {tokens.data.items.length ? (
        <ul>
          {tokens.data.items.map((token) => (
            <Row key={token.id} token={token} onRevoke={() => setRevoked(token)} />
          ))}
        </ul>
      ) : (
        <p>{words.none}</p>
      )}
      <NewToken />
      <Confirm
        title={revoked && words.revokeTitle(revoked.name)}
        act={words.revoke}
        danger
        busy={revoke.isPending}
        error={revoke.error}
        onAct={() => revoke.mutate({ path: { id: revoked!.id } })}
        onClose={() => setRevoked(null)}
      >
        {words.revokeMeans}
      </Confirm>
    </section>
  );
}

function Row({ token, onRevoke }: { token: TokenView; onRevoke(): void }) {
  const words = useAccessWords();
  const { name, scope, last_used_at, expires_at } = token;
  return (
    <li>
      <strong>{name}</strong> <Code>{scope}</Code>
      <small>
        {last_used_at ? (
          <>
            {words.lastUsed} <Time at={last_used_at} />
          </>
        ) : (
          words.never
        )}
        {expires_at && (
          <>
            , {words.until} <time dateTime={expires_at}>{expires_at.slice(0, 10)}</time>
          </>
        )}
      </small>
      <Button variant="default" size="xs" onClick={onRevoke}>
        {words.revoke}
      </Button>
    </li>
  );
}

function NewToken() {
  const words = useAccessWords();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [scope, setScope] = useState(SCOPES[0]);
  const make = useMutation({
    ...tokensControllerMakeMutation(),
    onSuccess: () => {
      setName('');
      void queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ body: { name, scope } });
  };
  return (
    <>
      <form onSubmit={submit}>
        <TextInput
          label={words.name}
          value={name}
          maxLength={60}
          required
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <NativeSelect
          label={words.scope}
          value={scope}
          data={SCOPES.map((value) => ({ value, label: words.scopes[value] }))}
          onChange={({ currentTarget }) => setScope(currentTarget.value as typeof scope)}
        />
        <Button type="submit" loading={make.isPending}>
          {words.make}
        </Button>
      </form>
      {make.error && <Failed error={make.error} />}
      {make.data && (
        <Alert color="leaf" mt="md">
          <p>{words.once}</p>
          <Code block>{make.data.token}</Code>
        </Alert>
      )}
    </>
  );
}
