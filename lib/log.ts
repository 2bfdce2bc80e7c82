/** Fields of a log line. Never tokens, addresses, names or message bodies. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

function write(level: 'info' | 'warn' | 'error', event: string, fields: LogFields): void {
  // One JSON line each: Netlify's log drains and `jq` read it as it is.
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
}

export const log = {
  info: (event: string, fields: LogFields = {}) => write('info', event, fields),
  warn: (event: string, fields: LogFields = {}) => write('warn', event, fields),
  error: (event: string, fields: LogFields = {}) => write('error', event, fields),
};

/**
 * What may be logged about an error: its class, code and first line, without anything that looks like a credential or
 * address.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const text = (error.message.split('\n')[0] ?? '')
    .replace(/\/\/[^@/\s]*@/g, '//***@')
    .replace(/[^\s@"'<>]+@[^\s@"'<>]+/g, '***@***')
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '***');
  return `${error.name}${code}: ${text.slice(0, 300)}`;
}
