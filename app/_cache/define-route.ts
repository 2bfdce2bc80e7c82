import { after } from 'next/server';
import { createRoutes } from '@/lib/http/define-route';
import { deliverAfterAnswer } from './outbox';
import { revalidateTags } from './tags';
import { SITE_TAG } from './tags';

/** How every route of this site is defined: `defineRead` for what only looks, `defineAct` for what changes something. */
export const { defineRead, defineAct } = createRoutes({
  purge: (tags) => revalidateTags(...tags),
  deliver: () => after(deliverAfterAnswer),
  siteTag: SITE_TAG,
});
