import { defineAct } from '@/app/_cache/define-route';
import { signUpCheckInputSchema, signUpCheckSchema } from '@/lib/accounts/schema';
import { checkSignUp } from '@/lib/accounts/email-domains';

export const POST = defineAct({
  access: 'public',
  body: signUpCheckInputSchema,
  response: signUpCheckSchema,
  handler: ({ body, ip, now }) => checkSignUp(body.email, ip, now),
});
