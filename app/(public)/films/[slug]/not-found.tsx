import Link from 'next/link';

export default function FilmNotFound() {
  return (
    <section className="state">
      <p className="name">Not found</p>
      <div>
        <h1>No film at this address.</h1>
        <p className="read">It may have left the programme. See what’s on this week, by day or by film.</p>
        <p className="row">
          <Link className="btn btn-primary" href="/">
            This week
          </Link>
          <Link className="btn" href="/programme?by=film">
            By film
          </Link>
        </p>
      </div>
    </section>
  );
}
