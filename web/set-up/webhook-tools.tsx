import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import * as scopes from '../api/dist/scopes.gen.js';
import { May } from '../shell/may.js';
import { useCopy } from '../shell/notices/use-copy.js';
import { setUpControllerTestMutation } from '../api/dist/@tanstack/react-query.gen.js';
import { Failed } from '../shell/failed.js';
import { Explained } from './explained.js';
import { Mark } from './mark.js';
import { useSetUpWords } from './words.js';

/** The address to give to Twilio, and a test of the way from it to here. */
export function WebhookTools({ url }: { url: string }) {
  const words = useSetUpWords();
  const { copied, copy, forget } = useCopy(url);
  const test = useMutation(setUpControllerTestMutation());
  return (
    <div className="webhook">
      <p className="hint">{words.url}</p>
      <p className="address">
        <code>{url}</code>
        <Button size="compact-xs" variant="default" onClick={copy} onBlur={forget}>
          {copied ? words.copied : words.copy}
        </Button>
      </p>
      <May do={scopes.setUpControllerTest}>
        <Button
          size="xs"
          variant="light"
          loading={test.isPending}
          title={words.testHint}
          onClick={() => test.mutate({})}
        >
          {words.test}
        </Button>
      </May>
      {test.data && (
        <div className="tested" role="status">
          <Mark state={test.data.state} label={words.states[test.data.state]} />
          <div>
            <Explained found={test.data} part="webhook" />
          </div>
        </div>
      )}
      {test.error && <Failed error={test.error} />}
    </div>
  );
}
