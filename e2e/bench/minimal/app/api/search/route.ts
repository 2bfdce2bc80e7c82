import { findByWord } from '../../documents';

export async function GET(request: Request): Promise<Response> {
  return Response.json(await findByWord(new URL(request.url).searchParams.get('q') ?? ''));
}
