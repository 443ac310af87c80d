import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as OTLP has it in JSON. */
export interface Exported {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: { key: string; value: Record<string, unknown> }[];
  links?: { traceId: string }[];
  status?: { code?: number };
}

interface Export {
  resourceSpans: {
    resource: { attributes: Exported['attributes'] };
    scopeSpans: { spans: Exported[] }[];
  }[];
}

/** Takes traces by OTLP over HTTP, as a collector does. */
export class Collector {
  readonly bodies: string[] = [];
  readonly headers: NodeJS.Dict<string | string[]>[] = [];

  private constructor(private readonly server: ReturnType<typeof createServer>) {
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.url === '/v1/traces') this.bodies.push(Buffer.concat(chunks).toString('utf8'));
        this.headers.push(request.headers);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
  }

  static async start(): Promise<Collector> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Collector(server);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get spans(): Exported[] {
    return this.exports.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    );
  }

  /** What the service says of itself. */
  get resource(): Exported['attributes'] {
    return this.exports[0].resourceSpans[0].resource.attributes;
  }

  private get exports(): Export[] {
    return this.bodies.map((body) => JSON.parse(body) as Export);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** A fact of a span; undefined where it has none of that name. */
export function factOf({ attributes }: Exported, name: string): unknown {
  const value = attributes.find(({ key }) => key === name)?.value;
  return value && Object.values(value)[0];
}
