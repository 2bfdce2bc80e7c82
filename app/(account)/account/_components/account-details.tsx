import { cinema } from '@/lib/cinema';
import type { Me } from '@/lib/accounts/schema';
import { providerLabel } from '@/lib/identity/wire';

type User = NonNullable<Me['user']>;

export function AccountFacts({ me }: { me: User }) {
  return (
    <dl className="facts-list account-facts">
      <div>
        <dt>E-mail</dt>
        <dd className="address">{me.email}</dd>
      </div>
      <div>
        <dt>Role</dt>
        <dd>{roleOf(me)}</dd>
      </div>
      {me.createdVia && (
        <div>
          <dt>Account</dt>
          <dd>{formatCreatedVia(me.createdVia)}</dd>
        </div>
      )}
    </dl>
  );
}

function roleOf({ roles }: User): string {
  if (roles.includes('admin')) return 'Admin';
  return roles.includes('staff') ? 'Staff' : 'Member';
}

function formatCreatedVia({ by, provider, at }: NonNullable<User['createdVia']>): string {
  const how = {
    email: 'Made with an e-mail address',
    invitation: 'Made by invitation',
    provider: `Made with ${providerLabel(provider)}`,
  }[by];
  return at ? `${how}, on ${dayOf(at)}` : how;
}

function dayOf(iso: string): string {
  const options = { timeZone: cinema.timeZone, day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(cinema.locale, options).format(new Date(iso));
}
