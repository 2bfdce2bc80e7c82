import { listProgramme } from '@/lib/films/programme';
import { programmeSchema } from '@/lib/films/schema';
import { defineRead } from '@/app/_cache/define-route';

export const GET = defineRead({
  access: 'public',
  response: programmeSchema,
  cache: 'none',
  handler: ({ now }) => listProgramme(now),
});
