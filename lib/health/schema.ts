import * as z from 'zod/mini';

const state = z.enum(['up', 'down']);

/**
 * Response of `GET /api/health`. It is public, so it contains states, version numbers and what the site shows, but no
 * addresses, values or times of day. 503 while the database or Identity is down; everything else is 200.
 */
export const healthSchema = z.object({
  /** `attention`: the site works, but one of the fields below needs fixing. */
  status: z.enum(['ok', 'attention', 'degraded']),
  database: state,
  identity: state,
  /** Whether the database can do transactions. */
  transactions: z.enum(['yes', 'no', 'unknown']),
  /** The version of stored data; `behind` and `ahead` are wrong ones (`npm run db:migrate`). */
  data: z.object({
    state: z.enum(['current', 'behind', 'ahead', 'unknown']),
    stored: z.nullable(z.int()),
    expected: z.int(),
  }),
  /** Names of variables that are needed and missing, or malformed. */
  variables: z.array(z.string()),
  /** Former names of variables that are still set: the next release does not read them. */
  deprecatedVariables: z.array(z.object({ name: z.string(), use: z.string() })),
  /** Whether Identity has ever delivered an event here. */
  events: z.enum(['received', 'never', 'unknown']),
  /** `refused`: a preview that reads another site's database. */
  writes: z.enum(['allowed', 'refused', 'unknown']),
  /** `off`: there is no mail server, so nobody gets a mail about an order. */
  emails: z.enum(['on', 'off']),
  /**
   * What waits to be done after a write, such as mails: by how many minutes the oldest is late (null: none is), and how many
   * were given up in the last 30 days. Null while the database is down.
   */
  outbox: z.nullable(z.object({ lateMinutes: z.nullable(z.int()), failed: z.int() })),
  /** Films whose age label is not in the cinema's list: how many, and the first twenty. Null while the database is down. */
  formerLabels: z.nullable(
    z.object({ count: z.int(), films: z.array(z.object({ film: z.string(), label: z.string() })) }),
  ),
});
export type Health = z.infer<typeof healthSchema>;
