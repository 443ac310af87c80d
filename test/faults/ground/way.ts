import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * What happens on the way to a server. `cut` ends a connection as soon as an answer comes back on it:
 * the server has done what was asked, and nobody hears of it. `mute`: what comes back is lost, and the
 * connection stays. `deaf`: what is sent is lost. `closed`: nobody connects, and who was is cut off.
 */
export type Passage = 'open' | 'cut' | 'mute' | 'deaf' | 'late' | 'closed';

/** A way to a server, on which connections can be cut, and answers lost or held up. */
export class Way {
  passage: Passage = 'open';
  /** Of `late`: milliseconds by which answers are held up. */
  lateMs = 300;
  /** Only what holds this text is met by the passage; everything if it is empty. */
  only = '';
  /** How often it was met. */
  met = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private readonly to: number;

  private constructor(to: number) {
    this.to = to;
    this.server = createServer((client) => this.join(client));
  }

  static async to(port: number, listen = 0): Promise<Way> {
    const way = new Way(port);
    way.server.listen(listen, '127.0.0.1');
    await once(way.server, 'listening');
    return way;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** From now on; who is connected stays, unless it is closed. */
  set(passage: Passage, only = ''): void {
    this.passage = passage;
    this.only = only;
    if (passage === 'closed') this.cutAll();
  }

  /** Cuts all connections that are open now. */
  cutAll(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  close(): void {
    this.server.close();
    this.cutAll();
  }

  private join(client: Socket): void {
    if (this.passage === 'closed') return void client.resetAndDestroy();
    const server = connect(this.to, '127.0.0.1');
    for (const [end, other] of [
      [client, server],
      [server, client],
    ]) {
      this.sockets.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        this.sockets.delete(end);
        other.destroy();
      });
    }
    // Whether the request that is under way on this connection is met.
    let meets = false;
    client.on('data', (data) => {
      meets = !this.only || data.includes(this.only);
      if (meets && this.passage !== 'open') this.met++;
      if (!(meets && this.passage === 'deaf')) server.write(data);
    });
    server.on('data', (data) => this.back(data, meets, client));
  }

  private back(data: Buffer, meets: boolean, client: Socket): void {
    const passage = meets ? this.passage : 'open';
    if (passage === 'cut') client.resetAndDestroy();
    else if (passage === 'late') setTimeout(() => client.write(data), this.lateMs);
    else if (passage !== 'mute') client.write(data);
  }
}
