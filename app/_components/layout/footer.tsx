import Link from 'next/link';
import { cinema } from '@/lib/cinema';

export function Footer() {
  const { address } = cinema;
  return (
    <footer className="footer">
      <div className="page">
        <p>
          <b>{cinema.name}</b>
          {cinema.strapline}.<br />
          {cinema.accessNote}
        </p>
        <p>
          <b>Box office</b>
          {cinema.boxOffice}
        </p>
        <address>
          <b>Find us</b>
          {address.street}
          <br />
          {address.city} {address.postalCode}
        </address>
        <nav aria-label="House">
          <ul>
            {cinema.footLinks.map(({ label, href }) => (
              <li key={href}>
                <Link href={href} prefetch={false}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <p>
          {/* oxlint-disable-next-line nextjs/no-html-link-for-pages -- a file, and no page of Next's router */}
          <a href="/calendar.ics">The programme in your calendar</a>
          <br />
          <a href={`mailto:${cinema.email}`}>Write to us</a>
          <br />
          <a href={`tel:${cinema.phone.replaceAll(' ', '')}`}>{cinema.phone}</a>
        </p>
      </div>
    </footer>
  );
}
