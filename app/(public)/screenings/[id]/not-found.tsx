import Link from 'next/link';

export default function ScreeningNotFound() {
  return (
    <div className="page-header">
      <h1>This screening isn’t in the programme</h1>
      <p className="read">It may have been taken out of it, or the address is wrong.</p>
      <p className="row below">
        <Link className="btn btn-primary" href="/">
          See what is on
        </Link>
      </p>
    </div>
  );
}
