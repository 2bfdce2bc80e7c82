import { cache } from 'react';
import { getMemberPage } from '@/lib/comments/public-listings';
import { type MemberPage, memberParamsSchema } from '@/lib/comments/schema';
import { nullIfNotFound } from '@/lib/problem';
import { cached } from '@/app/_cache/cached';
import { FILMS_TAG, memberTag } from '@/app/_cache/tags';
import { withPageError } from '@/app/_errors/page-error';

interface KeptMember extends MemberPage {
  now: Date;
}

/** A member with their newest comments: four queries when Next does not have them. Null for who is nobody, or has left. */
export const loadMember = cache(async (id: string): Promise<KeptMember | null> => {
  if (!memberParamsSchema.safeParse({ id }).success) return null;
  const now = new Date();
  const page = await withPageError('/members/:id', () =>
    cached(['member', id], [memberTag(id), FILMS_TAG], () => nullIfNotFound(getMemberPage(id))),
  );
  return page && { ...page, now };
});
