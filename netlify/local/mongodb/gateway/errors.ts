/** MongoDB's error codes for what PostgreSQL and DocumentDB report. */
import type { Document } from 'bson';

const CODE_NAMES: Record<number, string> = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  20: 'IllegalOperation',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  68: 'IndexAlreadyExists',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  112: 'WriteConflict',
  115: 'CommandNotSupported',
  121: 'DocumentValidationFailure',
  251: 'NoSuchTransaction',
  263: 'OperationNotSupportedInTransaction',
  11000: 'DuplicateKey',
};

const CODES: Record<string, number> = {
  M0001: 2,
  M0003: 9,
  M0004: 14,
  M0008: 26,
  M0009: 27,
  M000D: 40,
  M000F: 48,
  M000M: 66,
  M000N: 67,
  M000O: 68,
  M000P: 72,
  M000Q: 73,
  M000R: 85,
  M000S: 86,
  M000U: 115,
  M00CO: 121,
  M0016: 263,
  M001C: 11000,
  '23505': 11000,
  '23P01': 11000,
  '57014': 50,
  '40001': 112,
  '40P01': 112,
  '55P03': 112,
};

export const WRITE_CONFLICT = 112;
export const DUPLICATE_KEY = 11000;
export const NO_SUCH_TRANSACTION = 251;
const INTERNAL_ERROR = 1;
const TRANSIENT = 'TransientTransactionError';

/** A refusal as MongoDB words it: `{ ok: 0, code, codeName, errmsg, errorLabels? }`. */
export class CommandError extends Error {
  override name = 'CommandError';
  readonly code: number;
  /** The caller may repeat the whole transaction. */
  readonly transient: boolean;

  constructor(code: number, message: string, transient = false) {
    super(message);
    this.code = code;
    this.transient = transient;
  }

  toReply(): Document {
    const reply: Document = { ok: 0, errmsg: this.message, code: this.code, codeName: codeNameOf(this.code) };
    if (this.transient) reply['errorLabels'] = [TRANSIENT];
    return reply;
  }
}

/** MongoDB's code for an SQLSTATE; 1 (InternalError) for one that has none. */
export function codeOfSqlState(sqlState: string | undefined): number {
  return CODES[sqlState ?? ''] ?? INTERNAL_ERROR;
}

function codeNameOf(code: number): string {
  return CODE_NAMES[code] ?? `Location${code}`;
}

/**
 * PostgreSQL packs an SQLSTATE into an integer: five characters of six bits, lowest first, each less 48
 * (`MAKE_SQLSTATE` in elog.h). DocumentDB answers `writeErrors` with such numbers.
 */
export function unpackSqlState(packed: number): string {
  let state = '';
  for (let index = 0; index < 5; index += 1)
    state += String.fromCharCode(((packed >> (6 * index)) & 63) + 48);
  return state;
}

/** The code of a packed SQLSTATE; a number that is a MongoDB code already stays. */
export function codeOfPacked(packed: number): number {
  return packed < 1 << 20 ? packed : codeOfSqlState(unpackSqlState(packed));
}

/** What a failed SQL statement is in MongoDB's words. */
export function toCommandError(error: unknown, inTransaction: boolean): CommandError {
  if (error instanceof CommandError) return error;
  const { code, message } = error as { code?: string; message?: string };
  const mongoCode = codeOfSqlState(code);
  const text = mongoCode === INTERNAL_ERROR ? `${message} (SQLSTATE ${code})` : `${message}`;
  return new CommandError(
    mongoCode,
    withDuplicateKeyPrefix(mongoCode, text),
    inTransaction && mongoCode === WRITE_CONFLICT,
  );
}

function withDuplicateKeyPrefix(code: number, message: string): string {
  return code === DUPLICATE_KEY && !message.startsWith('E11000')
    ? `E11000 duplicate key error: ${message}`
    : message;
}

/** `writeErrors` of an insert, update or delete with MongoDB's codes in place of packed ones. */
export function translateWriteErrors(writeErrors: Document[]): Document[] {
  return writeErrors.map((entry) => {
    const code = codeOfPacked(Number(entry['code']));
    return { ...entry, code, errmsg: withDuplicateKeyPrefix(code, String(entry['errmsg'])) };
  });
}
