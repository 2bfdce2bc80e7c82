import { createServer, type Socket } from 'node:net';
import { serveClient } from './client-connection';
import { CommitLog } from './transactions';

export interface Gateway {
  port: number;
  /** Refuses or serves: while the engine is down, every connection is closed at once, as a dead server's would be. */
  setOpen(open: boolean): void;
  close(): Promise<void>;
}

const KEEP_ALIVE_MS = 20_000;

/** Listens on loopback for MongoDB drivers and serves them from PostgreSQL with DocumentDB at `postgresPort()`. */
export async function startGateway(options: {
  postgresPort: () => number;
  log: (line: string) => void;
}): Promise<Gateway> {
  const commits = new CommitLog();
  const sockets = new Set<Socket>();
  let isOpen = true;
  let connectionId = 0;
  const server = createServer(
    { noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS },
    (socket) => {
      if (!isOpen) return void socket.destroy();
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      connectionId += 1;
      serveClient(socket, { ...options, commits, connectionId });
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the gateway has no port');
  const dropAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    setOpen(open) {
      isOpen = open;
      if (open) server.ref();
      else {
        dropAll();
        // A stopped database keeps its address, but no process alive.
        server.unref();
      }
    },
    async close() {
      dropAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
