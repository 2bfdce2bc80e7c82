import { defineAct } from '@/app/_cache/define-route';
import { signUpCheckInputSchema, signUpCheckSchema } from '@/lib/accounts/schema';
import { requireAllowedEmail } from '@/lib/accounts/email-domains';
import { SIGN_UP_CHECK_LIMIT } from '@/lib/rate-limit/limits';

/** Whether an address may join, before `/signup`: Identity hides why a function refused. */
export const POST = defineAct({
  access: 'public',
  limit: SIGN_UP_CHECK_LIMIT,
  body: signUpCheckInputSchema,
  response: signUpCheckSchema,
  handler: async ({ body }) => {
    requireAllowedEmail(body.email);
    return { allowed: true as const };
  },
});
