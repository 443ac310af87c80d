import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * A way to a MongoDB that forgets its connections when it is told to, as a firewall does: they stay
 * open, and nothing passes any more. Those that the driver watches the server by go on.
 */
export async function forgetfulWayTo(port: number) {
  const ways: { client: Socket; server: Socket; works: boolean }[] = [];
  let shut = false;
  const door = createServer((client) => {
    if (shut) return void client.on('error', () => undefined).destroy();
    const way = { client, server: connect(port, '127.0.0.1'), works: false };
    ways.push(way);
    client.on('data', (data) => {
      way.works ||= /insert|find|update|aggregate|commitTransaction/.test(data.toString('latin1'));
      way.server.write(data);
    });
    way.server.on('data', (data) => client.write(data));
    for (const [end, other] of [
      [client, way.server],
      [way.server, client],
    ])
      end.on('error', () => undefined).on('close', () => other.destroy());
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  return {
    port: (door.address() as AddressInfo).port,
    forget() {
      for (const { client, server } of ways.filter(({ works }) => works))
        for (const end of [client, server]) end.removeAllListeners('data').on('data', () => 0);
    },
    /** Whether new connections are refused. */
    shut(now: boolean) {
      shut = now;
    },
    close() {
      for (const { client, server } of ways) for (const end of [client, server]) end.destroy();
      door.close();
    },
  };
}
