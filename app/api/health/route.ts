import { getHealth } from '@/lib/health/health';
import { healthSchema } from '@/lib/health/schema';
import { defineRoute } from '@/lib/http/define-route';
import { notCached } from '@/lib/http/not-cached';

export const GET = defineRoute({
  access: 'public',
  response: healthSchema,
  status: ({ status }) => (status === 'degraded' ? 503 : 200),
  headers: notCached,
  handler: getHealth,
});
