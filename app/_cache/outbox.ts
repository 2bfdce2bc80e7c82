import { orderEmailHandlers } from '@/lib/orders/email-jobs';
import { describeError, log } from '@/lib/log';
import { deliverDue, type Handlers } from '@/lib/outbox/outbox';
import { changedContentSchema } from '@/lib/revalidate/schema';
import { revalidateTags, tagsForChange } from './tags';

/** Who does what the outbox holds. It is done here, in Next: its cache is in reach of nobody else. */
const handlers: Handlers = {
  ...orderEmailHandlers,
  async revalidate(payload) {
    revalidateTags(...(await tagsForChange(changedContentSchema.parse(payload))));
  },
};

/** As many as are done side by side. */
const AT_ONCE = 5;
/** Less than a scheduled function may take. */
const UNTIL_MS = 20_000;

/** Does a few jobs that are due. */
const deliverSome = () => deliverDue(handlers, { limit: AT_ONCE, now: new Date() });

/** After an answer: whatever goes wrong, the scheduled function comes within five minutes. */
export async function deliverAfterAnswer(): Promise<void> {
  try {
    await deliverSome();
  } catch (error) {
    log.warn('outbox.delivery-failed', { error: describeError(error) });
  }
}

/** Does jobs until none is due, or time is up: the next round goes on. */
export async function deliverAll(): Promise<{ sent: number; postponed: number; failed: number }> {
  const end = Date.now() + UNTIL_MS;
  const total = { sent: 0, postponed: 0, failed: 0 };
  for (;;) {
    const { sent, postponed, failed } = await deliverSome();
    total.sent += sent;
    total.postponed += postponed;
    total.failed += failed;
    if (sent + postponed + failed === 0 || Date.now() > end) return total;
  }
}
