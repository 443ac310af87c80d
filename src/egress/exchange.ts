import type { LookupAddress } from 'node:dns';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { LookupFunction, TcpNetConnectOpts } from 'node:net';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { EgressError } from './egress.error.js';

/** Bytes that all headers of an answer may have. */
const HEADER_BYTES = 16 * 1024;

/** Milliseconds that one of several addresses has to take the connection. */
const CONNECT_MS = 2000;

const HEADERS = {
  Accept: 'text/html, application/pdf, text/markdown, text/plain;q=0.9, */*;q=0.5',
  'Accept-Encoding': 'gzip, br',
  'User-Agent': 'Recado (a business answering from its own pages)',
};

const DECOMPRESSION: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** What is asked otherwise than by a GET with the usual headers. */
export interface Asking {
  headers?: Record<string, string>;
  /** Makes it a POST. */
  body?: Buffer;
}

/**
 * Asks once, following nothing; it connects to one of `addresses` and to no other. Each
 * request has a connection of its own, which no proxy of the environment changes and no cookie
 * follows. Rejects with what broke.
 */
export function ask(
  url: URL,
  addresses: LookupAddress[],
  signal: AbortSignal,
  { headers, body }: Asking = {},
): Promise<IncomingMessage> {
  const options: RequestOptions & Pick<TcpNetConnectOpts, 'autoSelectFamilyAttemptTimeout'> = {
    agent: false,
    method: body ? 'POST' : 'GET',
    headers: { ...HEADERS, ...headers },
    lookup: only(addresses),
    maxHeaderSize: HEADER_BYTES,
    signal,
    autoSelectFamilyAttemptTimeout: CONNECT_MS,
  };
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    request(url, options).on('response', resolve).on('error', reject).end(body);
  });
}

/** In place of DNS: what was looked up and checked is what is connected to. */
function only(addresses: LookupAddress[]): LookupFunction {
  return (_, { all }, done) => {
    if (all) done(null, addresses);
    else done(null, addresses[0].address, addresses[0].family);
  };
}

/**
 * The body, decompressed. Throws an `EgressError` as soon as it is larger than `limit` bytes, before
 * or after decompression, so that a small body that swells to a large one is never held.
 */
export async function bodyOf(response: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(response.headers['content-length']) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  const keep = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of within(limit, source)) chunks.push(chunk);
  };
  const incoming = (source: AsyncIterable<Buffer>) => within(limit, source);
  const decompress = decompressionOf(response);
  if (decompress) await pipeline(response as Readable, incoming, decompress, keep);
  else await pipeline(response as Readable, keep);
  return Buffer.concat(chunks);
}

function decompressionOf({ headers }: IncomingMessage): Transform | undefined {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || !encoding) return undefined;
  if (Object.hasOwn(DECOMPRESSION, encoding)) return DECOMPRESSION[encoding]();
  const message = 'It comes in a compression that nobody asked for: save it and give the file.';
  throw new EgressError('unreachable', message);
}

async function* within(limit: number, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    yield chunk;
  }
}

function tooLarge(limit: number): EgressError {
  const most = `${limit / 1024 / 1024} MiB`;
  return new EgressError(
    'too-large',
    `It has more than ${most}: save it, part it, and give the parts as files.`,
  );
}
