'use client';

import { encode } from 'uqr';

/** The code that the door reads, as a picture and as letters. Black on white in dark too, since cameras look for that. */
export function TicketCode({ code, seat }: { code: string; seat: string }) {
  const { data, size } = encode(code, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <figure className="ticket-code" aria-label={`Code of the ticket for ${seat}`}>
      <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <figcaption className="small">{code.match(/.{1,8}/g)?.join(' ')}</figcaption>
    </figure>
  );
}
