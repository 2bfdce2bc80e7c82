import { clientIp } from '@/lib/http/client-ip';
import { defineRoute } from '@/lib/http/define-route';
import { signUpCheckInputSchema, signUpCheckSchema } from '@/lib/accounts/schema';
import { checkSignUp } from '@/lib/accounts/email-domains';

export const POST = defineRoute({
  access: 'public',
  body: signUpCheckInputSchema,
  response: signUpCheckSchema,
  handler: ({ request, body }) => checkSignUp(body.email, clientIp(request), new Date()),
});
