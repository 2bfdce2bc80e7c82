import Link from 'next/link';

export default function MemberNotFound() {
  return (
    <section className="state">
      <p className="name">Not found</p>
      <div>
        <h1>No member at this address.</h1>
        <p className="read">The account may have been deleted. Its comments stay, under “Former member”.</p>
        <p className="row">
          <Link className="btn btn-primary" href="/">
            To the programme
          </Link>
        </p>
      </div>
    </section>
  );
}
