'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { commentAnchor, commentInHash, permalink } from '@/app/_components/comments/href';

/**
 * An address may name a comment (`#c-…`) that is not on the page: then its own page is where it leads. Answers whether it
 * names one that is gone.
 */
export function useLinkedComment(slug: string): boolean {
  const router = useRouter();
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    async function follow() {
      setGone(false);
      const id = commentInHash(window.location.hash);
      if (id === null || document.getElementById(commentAnchor(id))) return;
      const answer = await fetch(`/api/comments/${id}/thread`).catch(() => null);
      if (answer?.ok) router.replace(permalink(slug, id));
      else setGone(answer?.status === 404);
    }
    const onHash = () => void follow();
    onHash();
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [slug, router]);
  return isGone;
}
