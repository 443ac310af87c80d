import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ModelServer } from '../model-server.js';

/** An answer in the form of OpenAI's chat completions. */
export function completion(
  model: string,
  content: string,
  { beside, finish, tokens }: Pick<ModelServer, 'beside' | 'finish' | 'tokens'>,
): object {
  return {
    id: 'chatcmpl-test',
    object: 'chat.completion',
    created: 1_700_000_000,
    model,
    choices: [
      { index: 0, message: { role: 'assistant', content, ...beside }, finish_reason: finish },
    ],
    usage: {
      prompt_tokens: tokens.in,
      completion_tokens: tokens.out,
      total_tokens: tokens.in + tokens.out,
    },
  };
}

export function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export function isPicture(content: unknown): boolean {
  return Array.isArray(content) && content.some(({ type }) => type === 'image_url');
}

export async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
