import { randomBytes } from 'node:crypto';
import { collection } from '../../../../database';

/** One insert: nobody is asked who they are, nothing is checked and nothing can be repeated. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { body } = (await request.json()) as { body: string };
  const _id = randomBytes(12).toString('hex');
  await collection('minimal-comments').insertOne({
    _id,
    filmId: (await params).slug,
    body,
    createdAt: new Date(),
  });
  return Response.json({ id: _id }, { status: 201 });
}
