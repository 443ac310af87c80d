import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an endpoint got. */
export interface Got {
  path: string;
  headers: Record<string, string>;
  body: string;
  type: string;
  data: any;
}

/** Other systems, each at a path of its own. */
export class OtherSystems {
  readonly got: Got[] = [];
  /** What is answered at a path, in place of 204; `never`: nothing. */
  readonly answers = new Map<string, number | 'never'>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks).toString();
      const path = request.url!;
      const headers = request.headers as Record<string, string>;
      this.got.push({ path, headers, body, ...JSON.parse(body) });
      const answer = this.answers.get(path) ?? 204;
      if (answer !== 'never') response.writeHead(answer, { location: '/elsewhere' }).end();
    });
  }

  static async start(): Promise<OtherSystems> {
    const systems = new OtherSystems();
    await new Promise<void>((done) => void systems.server.listen(0, '127.0.0.1', done));
    return systems;
  }

  at(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  /** The posts that came to a path, in their order. */
  to(path: string): Got[] {
    return this.got.filter((one) => one.path === path);
  }

  types(path: string): string[] {
    return this.to(path).map(({ type }) => type);
  }

  /** Breaks off what is under way. */
  closeAll(): void {
    this.server.closeAllConnections();
  }

  close(): Promise<void> {
    this.closeAll();
    return new Promise((done) => void this.server.close(() => done()));
  }
}
