import { domainToASCII } from 'node:url';
import { env } from '../env';
import { ProblemError } from '../problem';

/** Throws `email-domain-refused` (422) with the reason, when the domain rules do not let this address join. */
export function requireAllowedEmail(email: string): void {
  const reason = emailDomainRejection(email);
  if (reason === null) return;
  throw new ProblemError('email-domain-refused', {
    detail: reason,
    errors: [{ path: 'body.email', message: reason }],
  });
}

/**
 * Why an address may not join, by the domain rules of the environment; null when it may. A rule covers its domain and
 * everything below it; a blocked domain is refused even below an allowed one.
 */
export function emailDomainRejection(email: string): string | null {
  const allowed = env('SIGN_UP_ALLOWED_DOMAINS').map(toDomain);
  const blocked = env('SIGN_UP_BLOCKED_DOMAINS').map(toDomain);
  if (allowed.length === 0 && blocked.length === 0) return null;
  const domain = domainOf(email);
  if (domain === '') return 'This is not a plain address such as name@example.org.';
  if (blocked.some((rule) => covers(rule, domain))) {
    return `Addresses of ${domain} cannot join here. Use another address.`;
  }
  if (allowed.length === 0 || allowed.some((rule) => covers(rule, domain))) return null;
  return `Only addresses of ${allowed.join(', ')} can join here.`;
}

/** Empty for what is no plain address: Identity also takes "Jane <jane@example.org>", which would hide the domain. */
function domainOf(email: string): string {
  return toDomain(/^[^\s@<>"]+@([^\s@<>"(),:;]+)$/.exec(email)?.[1] ?? '');
}

function toDomain(text: string): string {
  return domainToASCII(text.toLowerCase().replace(/\.+$/, ''));
}

function covers(rule: string, domain: string): boolean {
  return domain === rule || domain.endsWith(`.${rule}`);
}
