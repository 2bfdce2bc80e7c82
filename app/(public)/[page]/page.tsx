import type { Metadata } from 'next';
import { listContentPages, readContentPage } from './content-page';
import { MarkdownPage } from './markdown-page';

/** The pages that there are while building, and no others: any other address is a true 404. */
export const dynamicParams = false;

export async function generateStaticParams(): Promise<{ page: string }[]> {
  return (await listContentPages()).map((page) => ({ page }));
}

export async function generateMetadata({ params }: PageProps<'/[page]'>): Promise<Metadata> {
  const { page } = await params;
  const { title, description } = await readContentPage(page);
  return { title, description, alternates: { canonical: `/${page}` } };
}

/** A content page: visit, access, house rules, privacy or imprint (`app/(public)/[page]/_content`). */
export default async function ContentPageOfName({ params }: PageProps<'/[page]'>) {
  const { title, body } = await readContentPage((await params).page);
  return (
    <article>
      <div className="page-header">
        <h1>{title}</h1>
      </div>
      <div className="content-text">
        <MarkdownPage node={body} />
      </div>
    </article>
  );
}
