import { formatMoney } from '@/app/_format/numbers';
import { cinemaTime } from '@/lib/cinema-time';
import type { CheckIn, ScannedTicket } from '@/lib/orders/desk-schema';

const headings: Record<CheckIn['outcome'], string> = {
  admitted: 'Come in',
  'already-in': 'Was in already',
  refused: 'Refused',
};

/** What the door decided, to be read from two steps away: the words say it, the colour only repeats it. */
export function ScanAnswer({ answer }: { answer: CheckIn }) {
  const { outcome, ticket } = answer;
  return (
    <div className={`scan-answer ${classes[outcome]}`}>
      <p className="scan-word">{headings[outcome]}</p>
      {ticket && (
        <p className="lead">
          <b>{ticket.seat}</b>, {ticket.auditorium.name}, {ticket.film.title},{' '}
          {cinemaTime(new Date(ticket.startsAt))}, {ticket.categoryLabel}
        </p>
      )}
      <p className="lead">{sentenceFor(answer)}</p>
      {ticket && outcome === 'admitted' && <Remarks ticket={ticket} />}
    </div>
  );
}

const classes: Record<CheckIn['outcome'], string> = {
  admitted: 'scan-in',
  'already-in': 'scan-twice',
  refused: 'scan-no',
};

function Remarks({ ticket: { category, companionOf, due } }: { ticket: ScannedTicket }) {
  return (
    <ul>
      {category !== 'full' && <li>Look at the proof for this price.</li>}
      {companionOf !== null && <li>Companion of {companionOf}.</li>}
      {due.amountMinor > 0 && <li>Not paid yet: {formatMoney(due)} for the whole order.</li>}
    </ul>
  );
}

function sentenceFor({ outcome, reason, ticket }: CheckIn): string {
  if (outcome === 'admitted') return '';
  if (outcome === 'already-in') {
    const at = ticket?.admittedAt ? cinemaTime(new Date(ticket.admittedAt)) : '';
    return `Somebody came in with this ticket at ${at}, ${ticket?.admittedDoor ?? ''}. Ask at the desk.`;
  }
  switch (reason) {
    case 'other-screening':
      return 'This ticket is for another screening. Show them the way.';
    case 'screening-cancelled':
      return 'This screening is cancelled. Send them to the desk for their money.';
    case 'ticket-cancelled':
      return 'This ticket was cancelled. Send them to the desk.';
    default:
      return 'We don’t know this code for today. Check the date on the ticket and type the code again.';
  }
}
