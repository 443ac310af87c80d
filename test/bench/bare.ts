/**
 * What the app is compared with: `node bare.ts express|http PORT`. Both read the form and check
 * the signature by Twilio's own validator, as the app does, and keep nothing.
 */
import { createServer } from 'node:http';
import { parse } from 'node:querystring';
import express from 'express';
import webhooks from 'twilio/lib/webhooks/webhooks.js';

const [kind, port, url, token] = process.argv.slice(2);

function genuine(signature: unknown, form: Record<string, unknown>): boolean {
  return webhooks.validateRequest(token, String(signature), url, form);
}

function bareExpress(): void {
  const app = express();
  app.use(express.urlencoded({ extended: false, limit: '64kb' }));
  app.post('/api/v1/whatsapp/webhook', (request, response) => {
    if (!genuine(request.headers['x-twilio-signature'], request.body)) {
      return void response.sendStatus(403);
    }
    response.type('text/xml').send('<Response/>');
  });
  app.listen(Number(port), '127.0.0.1', ready);
}

function bareHttp(): void {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const form = { ...parse(Buffer.concat(chunks).toString()) };
      if (!genuine(request.headers['x-twilio-signature'], form)) response.statusCode = 403;
      else response.setHeader('Content-Type', 'text/xml');
      response.end('<Response/>');
    });
  });
  server.listen(Number(port), '127.0.0.1', ready);
}

function ready(): void {
  console.log('ready');
}

if (kind === 'express') bareExpress();
else bareHttp();
