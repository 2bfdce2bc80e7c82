import * as z from 'zod/mini';

const state = z.enum(['up', 'down']);

/** `GET /api/health`: what the site stands on, and nothing else. 503 while one of them is down. */
export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  database: state,
  identity: state,
});
export type Health = z.infer<typeof healthSchema>;
