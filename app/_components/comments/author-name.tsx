import Link from 'next/link';
import type { Author } from '@/lib/comments/schema';

/** `Former member` once the account is gone; `Member` while nobody could be asked. */
export function nameOf(author: Author | null): string {
  if (!author) return 'Member';
  return author.kind === 'deleted' ? 'Former member' : author.name;
}

/** Members have a page of their own; who has left and who was never here have none. */
export function CommentName({ author }: { author: Author | null }) {
  const name = nameOf(author);
  if (author?.kind !== 'member') return <b>{name}</b>;
  return (
    <b>
      <Link href={`/members/${author.id}`} prefetch={false}>
        {name}
      </Link>
    </b>
  );
}
