import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { expect } from 'vitest';

export interface Question {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const agent = new Agent({ keepAlive: true });

/** Asks with a path and bytes that no client of HTTP sets right before they leave. */
export function ask(base: string, { method, path, headers, body }: Question): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const asked = request({ agent, hostname, port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, text }),
      );
    });
    asked.on('error', reject).end(body);
  });
}

/** What makes an answer a problem as the contract has it; `where` shows when it is none. */
export function expectProblem(answer: Answer, statuses: number[], where: unknown, field?: string) {
  expect([where, answer.status]).toEqual([where, expect.toBeOneOf(statuses)]);
  expect([where, answer.headers['content-type']]).toEqual([
    where,
    expect.stringMatching(/^application\/problem\+json/),
  ]);
  const body = JSON.parse(answer.text);
  expect([where, body]).toEqual([
    where,
    {
      type: 'about:blank',
      title: expect.any(String),
      status: answer.status,
      detail: expect.stringMatching(/./),
      request_id: answer.headers['x-request-id'],
      ...(body.errors && { errors: expect.any(Array) }),
    },
  ]);
  if (!field) return;
  const named = (body.errors ?? []).map((error: { field: string }) => error.field.split('.')[0]);
  expect([where, body.detail, named]).toEqual([
    where,
    body.detail,
    expect.arrayContaining([field]),
  ]);
}
