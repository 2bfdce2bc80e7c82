import type { Socket } from 'node:net';
import type { Document } from 'bson';
import { readCommandDocument, type CommandDocument } from './command-document';
import { runCommand } from './commands';
import { Cursors } from './cursors';
import { toCommandError } from './errors';
import { helloReply } from './hello';
import { PostgresSession, isConnectionLoss } from './postgres-session';
import { TransactionState, type CommitLog } from './transactions';
import { runWithRetry } from './write-conflicts';
import { MessageSplitter, encodeReply, parseMessage, type WireRequest } from './wire';

const HELLO = new Set(['hello', 'isMaster', 'ismaster']);

export interface ConnectionOptions {
  /** Asked for each connection: the server's port changes when it is started again. */
  postgresPort: () => number;
  commits: CommitLog;
  connectionId: number;
  log: (line: string) => void;
}

/** Serves one client socket with one PostgreSQL connection; its commands run in order. */
export function serveClient(socket: Socket, options: ConnectionOptions): void {
  const splitter = new MessageSplitter();
  const connection = new ClientConnection(socket, options);
  let queue = Promise.resolve();
  socket.on('data', (chunk) => {
    try {
      for (const message of splitter.push(chunk)) queue = queue.then(() => connection.answer(message));
    } catch (error) {
      options.log(`closing a connection: ${String(error)}`);
      socket.destroy();
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => connection.close());
}

interface Connected {
  session: PostgresSession;
  cursors: Cursors;
  transaction: TransactionState;
}

class ClientConnection {
  private postgres: Promise<Connected> | null = null;

  constructor(
    private readonly socket: Socket,
    private readonly options: ConnectionOptions,
  ) {}

  /** Answers one message. A lost PostgreSQL connection ends the client's: its driver opens another one. */
  async answer(message: Buffer): Promise<void> {
    if (this.socket.destroyed) return;
    try {
      const request = parseMessage(message);
      const reply = await this.replyTo(request);
      if (!request.moreToCome && !this.socket.destroyed) this.socket.write(encodeReply(request, reply));
    } catch (error) {
      if (!isConnectionLoss(error)) this.options.log(`closing a connection: ${String(error)}`);
      this.socket.destroy();
    }
  }

  close(): void {
    void this.postgres?.then(({ session }) => session.close()).catch(() => {});
  }

  private async replyTo(request: WireRequest): Promise<Document | Buffer> {
    const command = readCommandDocument(request.body);
    const { transaction } = await this.connected();
    if (HELLO.has(command.name)) return helloReply(this.options.connectionId);
    try {
      if (command.name === 'commitTransaction')
        return await transaction.commit(command.envelope).then(() => ({ ok: 1 }));
      if (command.name === 'abortTransaction')
        return await transaction.abort(command.envelope).then(() => ({ ok: 1 }));
      await transaction.enter(command.envelope);
      return await this.run(command, request.sequence);
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
      const refusal = toCommandError(error, transaction.isOpen);
      await transaction.fail();
      return refusal.toReply();
    }
  }

  private async run(command: CommandDocument, sequence: Buffer | null): Promise<Document | Buffer> {
    const { session, cursors, transaction } = await this.connected();
    const inTransaction = transaction.isOpen;
    const runOnce = () => runCommand(command, { session, cursors, sequence, inTransaction });
    if (!inTransaction) return runWithRetry(command, sequence, runOnce);
    const reply = await runOnce();
    if ('writeErrors' in reply) await transaction.fail();
    return reply;
  }

  private connected(): Promise<Connected> {
    this.postgres ??= this.connect();
    return this.postgres;
  }

  private async connect(): Promise<Connected> {
    const session = await PostgresSession.connect(this.options.postgresPort(), () => this.socket.destroy());
    const transaction = new TransactionState(session, this.options.commits);
    return { session, cursors: new Cursors(session), transaction };
  }
}
