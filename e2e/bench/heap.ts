import { setTimeout as pause } from 'node:timers/promises';

/** Where Node listens once it is told to by SIGUSR1. */
const INSPECTOR = 'http://127.0.0.1:9229/json';

type Send = (method: string, params?: object) => Promise<{ result?: { value?: string } }>;

/**
 * Megabytes that a Node process of this machine really holds: its heap, after everything else was collected. What the system
 * counts as resident has in it whatever V8 has not found worth collecting yet.
 */
export async function heapMegabytes(pid: number): Promise<number> {
  process.kill(pid, 'SIGUSR1');
  const socket = new WebSocket(await inspectorAddress());
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const send = sendTo(socket);
  await send('HeapProfiler.enable');
  // The second collects what the first one finalised.
  for (let turn = 0; turn < 2; turn += 1) await send('HeapProfiler.collectGarbage');
  const expression = 'JSON.stringify([process.pid, process.memoryUsage().heapUsed])';
  const { result } = await send('Runtime.evaluate', { expression });
  socket.close();
  const [asked, bytes] = JSON.parse(result?.value ?? '[]') as [number, number];
  if (asked !== pid) throw new Error(`Another process listens at ${INSPECTOR}.`);
  return Math.round(bytes / 2 ** 20);
}

async function inspectorAddress(): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const answer = await fetch(INSPECTOR).catch(() => null);
    if (answer)
      return ((await answer.json()) as { webSocketDebuggerUrl: string }[])[0]?.webSocketDebuggerUrl ?? '';
    await pause(100);
  }
  throw new Error('The process did not open its inspector.');
}

function sendTo(socket: WebSocket): Send {
  let last = 0;
  return (method, params = {}) => {
    last += 1;
    const id = last;
    const answered = new Promise<{ result?: { value?: string } }>((resolve) => {
      socket.addEventListener('message', function read({ data }: MessageEvent<string>) {
        const answer = JSON.parse(data) as { id?: number; result: { result?: { value?: string } } };
        if (answer.id !== id) return;
        socket.removeEventListener('message', read);
        resolve(answer.result);
      });
    });
    socket.send(JSON.stringify({ id, method, params }));
    return answered;
  };
}
