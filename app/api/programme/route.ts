import { listProgramme } from '@/lib/films/programme';
import { programmeSchema } from '@/lib/films/schema';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  access: 'public',
  response: programmeSchema,
  handler: () => listProgramme(new Date()),
});
