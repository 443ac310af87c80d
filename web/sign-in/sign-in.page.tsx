import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { sessionControllerBegin } from '../api/dist/sdk.gen.js';
import type { NewSession } from '../api/dist/types.gen.js';
import { Failure } from '../api/failure.js';
import { Failed } from '../shell/failed.js';
import { Press } from '../shell/press.js';
import logo from '../shell/recado.svg';
import { ColourSwitch, LanguageSwitch } from '../shell/frame/switches.js';
import './sign-in.css';
import { codeInAddress } from './code.js';
import { useSignInWords } from './words.js';

/** Asks who it is: the link's code comes by itself, the token is typed. */
export function SignInPage() {
  const words = useSignInWords();
  const { busy, error, byLink, enter } = useEntrance();
  const [token, setToken] = useState('');
  useEffect(() => void (document.title = `${words.title} · Recado`), [words]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter({ token: token.trim() });
  };
  const refused = error instanceof Failure && error.status === 401;
  const said = byLink ? words.usedLink : words.wrongToken;
  return (
    <main className="sign-in">
      <header>
        <img src={logo} width={30} height={30} alt="" />
        <span>Recado</span>
        <LanguageSwitch />
        <ColourSwitch />
      </header>
      <form onSubmit={submit}>
        <h1>{words.title}</h1>
        <p role="status">{busy && byLink ? words.byLink : words.lead}</p>
        {error && !refused && <Failed error={error} />}
        <label htmlFor="token">{words.token}</label>
        <input
          id="token"
          type="password"
          value={token}
          onChange={({ currentTarget }) => setToken(currentTarget.value)}
          autoComplete="current-password"
          aria-invalid={refused}
          aria-describedby="where"
          aria-errormessage={refused ? 'refused' : undefined}
          required
        />
        {refused && (
          <strong id="refused" role="alert">
            {said}
          </strong>
        )}
        <small id="where">{words.where}</small>
        <Press type="submit" kind="filled" busy={busy}>
          {words.submit}
        </Press>
      </form>
    </main>
  );
}

/** Signs in, at once where the address has a code, and goes to where somebody wanted to. */
function useEntrance() {
  const router = useRouter();
  const queries = useQueryClient();
  const { to = '/' } = useSearch({ from: '/sign-in' });
  const [busy, setBusy] = useState(false);
  const [byLink, setByLink] = useState(false);
  const [error, setError] = useState<Error>();
  const enter = async (proof: NewSession) => {
    setBusy(true);
    setByLink('code' in proof);
    setError(undefined);
    try {
      await sessionControllerBegin({ body: proof });
      queries.clear();
      router.history.replace(router.basepath.replace(/\/$/, '') + to);
    } catch (failed) {
      setError(failed as Error);
    }
    setBusy(false);
  };
  // A code is good once, and React mounts twice while the page is developed.
  const looked = useRef(false);
  useEffect(() => {
    const code = looked.current ? undefined : codeInAddress();
    looked.current = true;
    if (code) void enter({ code });
  });
  return { busy, byLink, error, enter };
}
