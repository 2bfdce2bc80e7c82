import pg from 'pg';

/** One PostgreSQL connection, owned by one client connection. */
export class PostgresSession {
  private constructor(private readonly client: pg.Client) {}

  /** Connects; `onLost` is called once when PostgreSQL goes away. */
  static async connect(port: number, onLost: () => void): Promise<PostgresSession> {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      database: 'postgres',
      keepAlive: true,
    });
    client.on('error', onLost);
    client.on('end', onLost);
    await client.connect();
    return new PostgresSession(client);
  }

  /** Runs one statement with values; the plan is kept under the statement's own text. */
  async rows(text: string, values: unknown[]): Promise<unknown[][]> {
    const result = await this.client.query<unknown[]>({ name: nameOf(text), text, values, rowMode: 'array' });
    return result.rows;
  }

  /** Runs one statement whose plan depends on its values, so that none is kept. */
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
