/** A database that the local platform uses, wherever it comes from. */
export interface LocalMongodb {
  /** The connection string for one database of this server. */
  uri(database: string): string;
  /** What serves, for people: `DocumentDB 1.0-0 (Debian packages)`. */
  description: string;
  /** False for a server that somebody named with MONGODB_URI: it is never killed, stopped or emptied. */
  startedByUs: boolean;
  /** SIGKILL of the engine, as a crash would be. The address stays reserved; `start` brings the data back. */
  kill(): Promise<void>;
  /** Brings a killed or stopped engine back at the same address. Does nothing when it runs. */
  start(): Promise<void>;
  /** Clean shutdown. */
  stop(): Promise<void>;
}

/** Where a source keeps its data, and whom it tells what it waits for. */
export interface SourceOptions {
  dataDir: string;
  log: (line: string) => void;
}
