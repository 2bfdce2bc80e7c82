import Link from 'next/link';
import { programmeHref, type ProgrammeChoice, type ProgrammeOrder } from './address';
import { Fetching } from './fetching';

const orders: { by: ProgrammeOrder; label: string }[] = [
  { by: 'day', label: 'By day' },
  { by: 'film', label: 'By film' },
];

export function OrderSwitch({ choice, today }: { choice: ProgrammeChoice; today: string }) {
  return (
    <nav className="order" aria-label="Order">
      <div className="seg">
        {orders.map(({ by, label }) => (
          <Link
            key={by}
            href={programmeHref({ ...choice, by }, today)}
            prefetch={false}
            scroll={false}
            data-keep-focus=".order [aria-current]"
            aria-current={by === choice.by ? 'true' : undefined}
          >
            {label}
            <Fetching />
          </Link>
        ))}
      </div>
    </nav>
  );
}
