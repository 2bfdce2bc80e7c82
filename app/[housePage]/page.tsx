import type { Metadata } from 'next';
import { listHousePages, readHousePage } from '../house-pages/house-page';
import { MarkdownPage } from '../house-pages/house-text';

/** The pages that there are while building, and no others: any other address is a true 404. */
export const dynamicParams = false;

export async function generateStaticParams(): Promise<{ housePage: string }[]> {
  return (await listHousePages()).map((housePage) => ({ housePage }));
}

export async function generateMetadata({ params }: PageProps<'/[housePage]'>): Promise<Metadata> {
  const { housePage } = await params;
  const { title, description } = await readHousePage(housePage);
  return { title, description, alternates: { canonical: `/${housePage}` } };
}

/** What the house says of itself in `app/house-pages`. */
export default async function HousePageOfName({ params }: PageProps<'/[housePage]'>) {
  const { title, body } = await readHousePage((await params).housePage);
  return (
    <article className="housepage">
      <div className="plainhead">
        <h1>{title}</h1>
      </div>
      <div className="housetext">
        <MarkdownPage node={body} />
      </div>
    </article>
  );
}
