import Link from 'next/link';

export default function PersonNotFound() {
  return (
    <section className="state">
      <p className="name">Not found</p>
      <div>
        <h1>Nobody at this address.</h1>
        <p className="read">
          People are listed by the names in film credits. Look for them on the page of one of their films.
        </p>
        <p className="row">
          <Link className="btn btn-primary" href="/films?when=all">
            All films
          </Link>
        </p>
      </div>
    </section>
  );
}
