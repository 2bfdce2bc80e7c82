import { clientIp } from '@/lib/http/client-address';
import { defineRoute } from '@/lib/http/define-route';
import { signUpCheckInputSchema, signUpCheckSchema } from '@/lib/identity/schema';
import { checkSignUp } from '@/lib/sign-up/check-sign-up';

export const POST = defineRoute({
  access: 'public',
  body: signUpCheckInputSchema,
  response: signUpCheckSchema,
  headers: { 'cache-control': 'private, no-store' },
  handler: ({ request, body }) => checkSignUp(body.email, clientIp(request), new Date()),
});
