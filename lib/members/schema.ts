/**
 * A member as the mirror has them: a display copy of an Identity user, never used to allow anything.
 * `observedAt` is our clock before Identity was asked, or at the receipt of its event; an older one never overwrites
 * a newer one (Identity's own `updated_at` is not stored with its changes: contract of Identity, user object).
 */
export interface Member {
  id: string;
  name: string;
  /** True for roles staff and admin: a badge, not a permission. */
  staff: boolean;
  state: 'active' | 'gone';
  observedAt: Date;
}
