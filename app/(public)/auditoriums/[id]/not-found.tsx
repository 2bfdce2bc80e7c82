import Link from 'next/link';

export default function AuditoriumNotFound() {
  return (
    <section className="state">
      <p className="name">Not found</p>
      <div>
        <h1>No auditorium at this address.</h1>
        <p className="read">Each screening in the programme shows its auditorium, with a link.</p>
        <p className="row">
          <Link className="btn btn-primary" href="/">
            To the programme
          </Link>
          <Link className="btn" href="/visit">
            Visit
          </Link>
        </p>
      </div>
    </section>
  );
}
