import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

const TOO_MANY_CONNECTIONS = '53300';
const CONNECT_ATTEMPTS = 100;
const CONNECT_DELAY_MS = 100;

/** One PostgreSQL connection, owned by one client connection. */
export class PostgresSession {
  private constructor(private readonly client: Client) {}

  /** Connects; `onLost` is called when PostgreSQL goes away. While all its connections are taken, this waits for one. */
  static async connect(port: number, onLost: () => void): Promise<PostgresSession> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return new PostgresSession(await connectOnce(port, onLost));
      } catch (error) {
        if ((error as { code?: string }).code !== TOO_MANY_CONNECTIONS || attempt === CONNECT_ATTEMPTS)
          throw error;
        await delay(CONNECT_DELAY_MS);
      }
    }
  }

  /** Runs one statement with values; the plan is cached under the statement's own text. */
  async rows(text: string, values: unknown[]): Promise<unknown[][]> {
    const result = await this.client.query<unknown[]>({ name: nameOf(text), text, values, rowMode: 'array' });
    return result.rows;
  }

  /** Runs one statement whose plan depends on its values, so that none is cached. */
  async rowsUnprepared(text: string, values: unknown[]): Promise<unknown[][]> {
    const result = await this.client.query<unknown[]>({ text, values, rowMode: 'array' });
    return result.rows;
  }

  /** Runs statements without values: BEGIN, COMMIT, SET. */
  async run(text: string): Promise<void> {
    await this.client.query(text);
  }

  /** Ends the connection; an open transaction is rolled back by PostgreSQL. */
  close(): void {
    void this.client.end().catch(() => {});
  }
}

async function connectOnce(port: number, onLost: () => void): Promise<Client> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    database: 'postgres',
    keepAlive: true,
  });
  // Without a listener a refusal would end the process; before the connection stands, only `connect` tells of it.
  client.on('error', () => {});
  await client.connect();
  client.on('error', onLost);
  client.on('end', onLost);
  return client;
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `marquee_${names.size}`;
  names.set(text, name);
  return name;
}

/** True when PostgreSQL itself is gone or going, not only this statement wrong. */
export function isConnectionLoss(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  if (/^(08|57P)/.test(code) || /^E[A-Z]+$/.test(code)) return true;
  const message = error instanceof Error ? error.message : '';
  return /connection terminated|not queryable|client was closed/i.test(message);
}
