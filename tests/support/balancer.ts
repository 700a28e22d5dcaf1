import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A plain load balancer: each new connection goes to the next node in turn that takes it. */
export interface Balancer {
  readonly port: number;
  close(): Promise<void>;
}

/** At that port, or at any that is free. */
export async function openBalancer(ports: readonly number[], ownPort = 0): Promise<Balancer> {
  const sockets = new Set<Socket>();
  let turn = 0;
  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    return socket.on('error', () => socket.destroy());
  };
  const server = createServer((client) => {
    track(client);
    const tryFrom = (left: number): void => {
      const port = ports[turn++ % ports.length];
      if (left === 0 || port === undefined) {
        client.destroy();
        return;
      }
      const node = connect(port, '127.0.0.1');
      node.once('error', () => tryFrom(left - 1));
      node.once('connect', () => {
        node.removeAllListeners('error');
        track(node).on('close', () => client.destroy());
        client.on('close', () => node.destroy());
        client.pipe(node).pipe(client);
      });
    };
    tryFrom(ports.length);
  }).listen(ownPort, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
