import { cache } from 'react';
import { getMemberPage } from '@/lib/comments/listings';
import { type MemberPage, memberParamsSchema } from '@/lib/comments/schema';
import { nullIfNotFound } from '@/lib/problem';
import { cached } from '@/app/_cache/cached';
import { FILMS_TAG, memberTag } from '@/app/_cache/tags';
import { withPageError } from '@/app/_errors/page-error';

interface KeptMember extends MemberPage {
  now: Date;
}

/**
 * Loads a member with their newest comments: four queries if it is not cached. Null if there is no such member, or
 * the account was deleted.
 */
export const loadMember = cache(async (id: string): Promise<KeptMember | null> => {
  if (!memberParamsSchema.safeParse({ id }).success) return null;
  const now = new Date();
  const page = await withPageError('/members/:id', () =>
    cached(['member', id], [memberTag(id), FILMS_TAG], () => nullIfNotFound(getMemberPage(id))),
  );
  return page && { ...page, now };
});
