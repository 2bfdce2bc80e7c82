import { cinema } from '@/lib/cinema';

export function Foot() {
  const { address } = cinema;
  return (
    <footer className="foot" id="visit">
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
        <p>
          <a href={`mailto:${cinema.email}`}>Write to us</a>
          <br />
          <a href={`tel:${cinema.phone.replaceAll(' ', '')}`}>{cinema.phone}</a>
        </p>
      </div>
    </footer>
  );
}
