import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Web } from '../../../test/support/web.js';
import { SystemClock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import type { BotConfigService } from '../../config/bot-config.service.js';
import type { Endpoints } from '../../config/endpoints.js';
import type { Reach } from '../../egress/egress.js';
import { TwilioClient } from '../sending/twilio.client.js';
import { TwilioMedia } from './twilio-media.js';

const SID = `AC${'1'.repeat(32)}`;
const KEY = `SK${'2'.repeat(32)}`;
const PATH = `/2010-04-01/Accounts/${SID}/Messages/MM${'3'.repeat(32)}/Media/ME${'4'.repeat(32)}`;

/** It waits for nothing. */
class Hurried extends TwilioMedia {
  readonly waits: number[] = [];
  protected override async wait(ms: number): Promise<void> {
    this.waits.push(ms);
  }
}

let web: Web;
let media: Hurried;
let config: Partial<BotConfig>;
/** What came: the host, the path, and the credentials that it brought. */
let came: [host: string, path: string, credentials?: string][];

function source(limits: Partial<Reach> = {}): Hurried {
  // Twilio's place is on this machine's own address, which is not public.
  const base = `http://127.0.0.1:${web.port}`;
  const endpoints = { twilioApiBase: base, twilioMessagingApiBase: base } as Endpoints;
  const current = async () => config as BotConfig;
  const settings = { current } as Partial<BotConfigService> as BotConfigService;
  const whyNot = (address: string) => (address === '127.0.0.2' ? 'private' : undefined);
  const twilio = new TwilioClient(new SystemClock(), endpoints);
  const egress = web.egress({ whyNot, ...limits });
  return new Hurried(settings, endpoints, egress, twilio, new SystemClock());
}

/** Answers of Twilio's host in turn, the last one again and again; another host gives the file. */
function answers(...all: [status: number, location?: string][]): void {
  web.answer = ({ headers, url }, response) => {
    const credentials = headers.authorization?.replace('Basic ', '');
    const host = headers.host!.replace(/:\d+$/, '');
    came.push([host, url!, credentials && Buffer.from(credentials, 'base64').toString()]);
    if (host !== '127.0.0.1') return void response.end('the file');
    const [status, location] = all.length > 1 ? all.shift()! : all[0];
    response.writeHead(status, { 'Content-Type': 'audio/ogg', ...(location && { location }) });
    response.end(status === 200 ? 'the file' : '');
  };
}

const fetched = async (url = `https://api.twilio.com${PATH}`, signal = AbortSignal.timeout(5000)) =>
  (await media.fetch(url, signal)).bytes.toString();
const hosts = () => came.map(([host, , credentials]) => [host, credentials]);

beforeEach(async () => {
  came = [];
  config = { twilioAccountSid: SID, twilioAuthToken: 'the-token' };
  web = await Web.start();
  media = source();
});
afterEach(() => web.close());

describe('the credentials', () => {
  it("are the account's, or the API key where there is one", async () => {
    answers([200]);
    expect(await fetched()).toBe('the file');
    config = { ...config, twilioApiKeySid: KEY, twilioApiKeySecret: 'its-secret' };
    expect(await fetched(`http://127.0.0.1:${web.port}${PATH}`)).toBe('the file');
    expect(came).toEqual([
      ['127.0.0.1', PATH, `${SID}:the-token`],
      ['127.0.0.1', PATH, `${KEY}:its-secret`],
    ]);
  });

  it('stay with Twilio: the storage that it redirects to is asked without them', async () => {
    answers([307, `http://media.example:${web.port}/signed?a=1`]);
    expect(await fetched()).toBe('the file');
    expect(hosts()).toEqual([
      ['127.0.0.1', `${SID}:the-token`],
      ['media.example', undefined],
    ]);
  });

  it('go along with a redirect on the same host, but not on the way back to it', async () => {
    answers([302, `${PATH}/there`], [200]);
    await fetched();
    const ours = ['127.0.0.1', `${SID}:the-token`];
    expect(hosts()).toEqual([ours, ours]);
    came = [];
    const back = `http://127.0.0.1:${web.port}/back`;
    answers([302, `http://media.example:${web.port}/`], [200]);
    const { answer } = web;
    web.answer = (request, response) => {
      if (request.headers.host!.startsWith('media'))
        return void response.writeHead(302, { location: back }).end();
      answer(request, response);
    };
    await fetched();
    expect(hosts().at(-1)).toEqual(['127.0.0.1', undefined]);
  });

  it.each([
    ['another host', `https://media.example${PATH}`],
    ['another account', `https://api.twilio.com${PATH.replace(/1{32}/, '9'.repeat(32))}`],
    ['another path', 'https://api.twilio.com/2010-04-01/Accounts.json'],
    ['a way out of the path', `https://api.twilio.com${PATH}/../../x`],
    ['no TLS', `http://api.twilio.com${PATH}`],
    ['a host that only begins like it', `https://api.twilio.com.example${PATH}`],
    ['a name in front', `https://api.twilio.com@media.example${PATH}`],
  ])('are not even tried on %s', async (_, url) => {
    answers([200]);
    await expect(fetched(url)).rejects.toThrow("none of this account's media");
    await expect(media.remove(url)).rejects.toThrow("none of this account's media");
    expect(came).toEqual([]);
  });
});

describe('what comes', () => {
  it('late is waited for, a few times', async () => {
    answers([404], [404], [200]);
    expect(await fetched()).toBe('the file');
    expect(media.waits).toEqual([500, 1000]);
  });

  it('never is given up', async () => {
    answers([404]);
    await expect(fetched()).rejects.toMatchObject({ name: 'MediaError', message: 'HTTP 404' });
    expect(came).toHaveLength(4);
  });

  it('with a refusal of the credentials says which to look at, once', async () => {
    answers([401]);
    await expect(fetched()).rejects.toThrow(/refuses the credentials.*TWILIO_AUTH_TOKEN/);
    expect(came).toHaveLength(1);
  });

  it('from a private address is not fetched', async () => {
    answers([302, `http://127.0.0.2:${web.port}/`]);
    await expect(fetched()).rejects.toThrow('refused');
    expect(came).toHaveLength(1);
  });

  it('and is too large is not kept', async () => {
    web.answer = (_, response) => {
      const more = () => response.write(Buffer.alloc(1024 * 1024)) && setImmediate(more);
      response.on('drain', more);
      more();
    };
    await expect(fetched()).rejects.toThrow('too-large');
  });

  it('and never ends ends with the signal', async () => {
    const gone = new AbortController();
    web.answer = (_, response) => {
      response.writeHead(200).write('some');
      gone.abort(new Error('over'));
    };
    await expect(fetched(undefined, gone.signal)).rejects.toThrow('over');
  });
});

it('is deleted at Twilio; what is gone already is gone', async () => {
  answers([204], [404], [500]);
  await media.remove(`https://api.twilio.com${PATH}`);
  await media.remove(`https://api.twilio.com${PATH}`);
  await expect(media.remove(`https://api.twilio.com${PATH}`)).rejects.toThrow('HTTP 500');
  expect(came[0]).toEqual(['127.0.0.1', `${PATH}.json`, `${SID}:the-token`]);
});
