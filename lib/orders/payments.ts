import * as z from 'zod';
import type { paymentStates } from './schema';

/**
 * What happened to an order's money, one entry each: `due` what the tickets cost (less when some are cancelled), `paid`
 * what came in, `refunded` what went back. The state is what they add up to, so that one of three tickets can be refunded
 * and a card provider is one more method.
 */
export const paymentSchema = z.object({
  kind: z.enum(['due', 'paid', 'refunded']),
  amountMinor: z.int(),
  method: z.string(),
  at: z.date(),
  /** Who wrote it down; null for the order itself. */
  by: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});
export type Payment = z.infer<typeof paymentSchema>;

export const BOX_OFFICE = 'box-office';

export function paymentState(payments: readonly Payment[]): (typeof paymentStates)[number] {
  const [due, paid, refunded] = [
    sumOf(payments, 'due'),
    sumOf(payments, 'paid'),
    sumOf(payments, 'refunded'),
  ];
  const open = due - paid + refunded;
  if (open > 0) return 'due';
  if (open < 0) return 'refund-due';
  if (paid === 0) return 'none';
  return due === 0 ? 'refunded' : 'paid';
}

/** What is still to be paid; below zero what is to be given back. */
export function openAmount(payments: readonly Payment[]): number {
  return sumOf(payments, 'due') - sumOf(payments, 'paid') + sumOf(payments, 'refunded');
}

function sumOf(payments: readonly Payment[], kind: Payment['kind']): number {
  return payments
    .filter((payment) => payment.kind === kind)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
