import type { OpenAPIObject } from '@nestjs/swagger';
import { ADMIN_TOKEN, type TestApp } from '../support/app.js';
import { Described } from './described.js';
import { generate } from '../../web/build/generate.js';

declare global {
  /** The generated client names it; Node's types have it only as what `fetch` takes. */
  type BodyInit = NonNullable<RequestInit['body']>;
}

export type Api = typeof import('../../web/api/dist/sdk.gen.js');

/** The client that an app's document gives, calling that app; each answer is held against it. */
export async function generatedClient(app: TestApp): Promise<{ api: Api; described: Described }> {
  const document = (await (await fetch(`${app.publicUrl}/docs-json`)).json()) as OpenAPIObject;
  const described = new Described(document);
  await generate(document);
  const { client } = await import('../../web/api/dist/client.gen.js');
  client.setConfig({
    baseUrl: app.publicUrl,
    auth: ADMIN_TOKEN,
    fetch: async (request) => {
      const { method, url } = request as Request;
      const response = await fetch(request);
      // The client would take what is thrown here for an answer.
      await described.hold(method, url, response.clone()).catch(({ message }: Error) => {
        described.lies.push(`${method} ${url}: ${message}`);
      });
      return response;
    },
  });
  return { api: await import('../../web/api/dist/sdk.gen.js'), described };
}
