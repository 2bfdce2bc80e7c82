import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Another address for a server on this machine, as far away as a CDN is: what goes through arrives `roundTripMs / 2` later. */
export async function openLine(
  url: string,
  roundTripMs: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ host: '127.0.0.1', port: Number(new URL(url).port), noDelay: true });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      void carry(from, to, roundTripMs / 2).finally(() => open.delete(from));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** A browser hangs up whenever it likes: that is the end of the line, and no failure. */
async function carry(from: Socket, to: Socket, delayMs: number): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    from.on('data', (piece) => void pause(delayMs).then(() => to.writable && to.write(piece)));
    from.once('close', () => resolve());
    from.once('error', () => resolve());
  });
  await ended;
  await pause(delayMs);
  to.end();
}
