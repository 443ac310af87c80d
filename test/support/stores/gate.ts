import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * A way to a MongoDB on which one kind of command can be held up, for certain. `listen` is where it
 * begins: by default wherever there is room.
 */
export async function gateTo(port: number, command: string, listen = 0) {
  const sockets = new Set<Socket>();
  const held: (() => void)[] = [];
  let shut = false;
  let catches: () => void = () => undefined;
  const door = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    for (const [end, other] of [
      [client, server],
      [server, client],
    ]) {
      sockets.add(end);
      end.on('error', () => undefined).on('close', () => other.destroy());
    }
    client.on('data', (data) => {
      if (!shut || !data.includes(command)) return void server.write(data);
      held.push(() => server.write(data));
      catches();
    });
    server.pipe(client);
  }).listen(listen, '127.0.0.1');
  await once(door, 'listening');
  return {
    port: (door.address() as AddressInfo).port,
    /** Holds every such command from now on. Resolves once one is held. */
    shut(): Promise<void> {
      shut = true;
      return new Promise((resolve) => (catches = resolve));
    },
    /** Lets all pass that was held. */
    open() {
      shut = false;
      for (const pass of held.splice(0)) pass();
    },
    /** Whoever sent what is held is dead: it never arrives. */
    forget() {
      shut = false;
      held.length = 0;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      door.close();
    },
  };
}
