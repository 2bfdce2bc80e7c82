import { getHealth } from '@/lib/health/health';
import { healthSchema } from '@/lib/health/schema';
import { defineRead } from '@/app/_cache/define-route';

export const GET = defineRead({
  access: 'public',
  response: healthSchema,
  cache: 'none',
  status: ({ status }) => (status === 'degraded' ? 503 : 200),
  handler: getHealth,
});
