import request from 'supertest';
import type { TestApp } from '../support/app.js';

type Method = 'get' | 'post' | 'put' | 'delete' | 'patch';
type Headers = Record<string, string | undefined>;

/** A browser at the console: it sends its cookie, and says from which page. */
export class Visitor {
  cookie?: string;

  constructor(
    private readonly app: TestApp,
    readonly origin = `http://127.0.0.1:${new URL(app.publicUrl).port}`,
  ) {}

  /** Somebody who has signed in by a new link. */
  static async signedIn(app: TestApp, origin?: string): Promise<Visitor> {
    const visitor = new Visitor(app, origin);
    await visitor.signIn({ code: await aCode(app) }).expect(201);
    return visitor;
  }

  /** Signs in; the cookie that comes back is kept. */
  signIn(proof: object, headers: Headers = {}) {
    return this.ask('post', '/api/v1/session', proof, headers).expect((answer) => {
      const [given] = answer.get('Set-Cookie') ?? [];
      if (given) this.cookie = given.split(';')[0];
    });
  }

  /** As a page of this origin asks. A header that is undefined isn't sent. */
  ask(method: Method, path: string, body?: object, headers: Headers = {}) {
    const usual = { Host: new URL(this.origin).host, Origin: this.origin, Cookie: this.cookie };
    const call = request(this.app.express)[method](path);
    for (const [name, value] of Object.entries({ ...usual, ...headers }))
      if (value !== undefined) void call.set(name, value);
    return body ? call.send(body) : call;
  }

  /** A read as browsers make it: it doesn't name the page's origin. */
  read(path: string, headers: Headers = {}) {
    const fetched = { Origin: undefined, 'Sec-Fetch-Site': 'same-origin' };
    return this.ask('get', path, undefined, { ...fetched, ...headers });
  }
}

/** The code of a new link. */
export async function aCode(app: TestApp): Promise<string> {
  const { body } = await app.admin('post', '/api/v1/session/link').expect(201);
  return new URL(body.url as string).hash.replace('#code=', '');
}
