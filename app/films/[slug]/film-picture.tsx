import type { Film } from '@/lib/films/schema';
import { Poster } from '../../posters/poster';

/** The house's own picture of a film, else the poster that is drawn from its facts. */
export function FilmPicture({ film }: { film: Film }) {
  if (!film.picture) return <Poster film={film} />;
  const { file, alt } = film.picture;
  return (
    <div className="poster">
      {/* oxlint-disable-next-line nextjs/no-img-element -- a file of the house, in the size in which it is shown */}
      <img src={`/pictures/${file}`} alt={alt} width={736} height={1104} fetchPriority="high" />
    </div>
  );
}
