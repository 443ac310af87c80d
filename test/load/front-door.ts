import { once } from 'node:events';
import { createServer, connect, type Socket } from 'node:net';

/** One address in front of several: each connection goes to the next of them. */
export interface FrontDoor {
  url: string;
  close(): Promise<void>;
}

/** `ports` is read at each connection: a house may move, and 0 is none. */
export async function openFrontDoor(ports: number[]): Promise<FrontDoor> {
  let turn = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const open = ports.filter((port) => port > 0);
    if (!open.length) return void client.resetAndDestroy();
    const house = connect(open[turn++ % open.length], '127.0.0.1');
    for (const [socket, other] of [
      [client, house],
      [house, client],
    ]) {
      sockets.add(socket);
      socket.on('error', () => other.resetAndDestroy());
      socket.on('close', () => sockets.delete(socket));
    }
    client.pipe(house).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
