import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { brokenOrderRules } from '../../fixtures/order-invariants';
import { changeScreening, letHoldLapse, openBoxOffice, sellScreening } from '../../fixtures/sale';
import type { Site } from '../../fixtures/site';
import { closeMongoClient } from '../../../lib/db/client';
import { tokenOf } from '../comments/comment-steps';
import { expect, test as base } from '../fixtures';
import type { Account } from '../identity';

export { expect };

/** Screenings on sale, and what happens to their seats elsewhere, past the page. */
class BoxOffice {
  constructor(private readonly site: Site) {}

  /** A screening of "Up" on a plan of three rows of six, unless told otherwise; its id. */
  sell(options: Parameters<typeof sellScreening>[0] = {}): Promise<string> {
    const money = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
    const prices = [
      { kind: 'full' as const, price: money(1100) },
      { kind: 'concession' as const, price: money(800) },
    ];
    return sellScreening({ prices, ...options });
  }

  /** Ten minutes later, for the store. */
  lapse = letHoldLapse;
  change = changeScreening;

  /** Holds seats as somebody else, or on another device. Returns the order's id. */
  async hold(account: Account, screeningId: string, seats: readonly string[]): Promise<string> {
    const tickets = seats.map((seat) => ({ seat, category: 'full' }));
    const held = await this.post(account, '/api/orders', { screeningId, tickets });
    return ((await held.json()) as { id: string }).id;
  }

  /** The same, ordered. */
  async order(account: Account, screeningId: string, seats: readonly string[]): Promise<string> {
    const id = await this.hold(account, screeningId, seats);
    await this.post(account, `/api/orders/${id}/confirmation`);
    return id;
  }

  private async post(account: Account, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(this.site.url + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokenOf(this.site, account)}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    expect(response.ok, `${path}: ${response.status}`).toBe(true);
    return response;
  }
}

/** `test` with something to sell. After each the rules of tickets hold over the whole store. */
export const test = base.extend<{ boxOffice: BoxOffice }>({
  boxOffice: async ({ site }, use) => {
    process.env.MONGODB_URI = site.mongodbUri;
    await openBoxOffice();
    await use(new BoxOffice(site));
    expect(await brokenOrderRules()).toEqual([]);
    await closeMongoClient();
  },
});

/** A seat in the plan, such as `A 1`, whatever its state. */
export function seatOf(page: Page, name: string): Locator {
  return page
    .getByRole('region', { name: 'Seat plan' })
    .getByRole('button', { name: new RegExp(`^${name},`) });
}

export function basketOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Your seats' });
}

/** Chooses seats in the plan and waits until they are chosen. */
export async function choose(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    await seatOf(page, name).click();
    await expect(seatOf(page, name)).toHaveAttribute('aria-pressed', 'true');
  }
}

/** The seats in the basket. */
export function chosenIn(page: Page): Locator {
  return basketOf(page).getByRole('listitem').locator('b');
}

/** Presses the button that holds what is chosen, and waits for the timer; the order's id. */
export async function holdChosen(page: Page): Promise<string> {
  const held = page.waitForResponse((response) => response.request().method() === 'POST');
  await basketOf(page)
    .getByRole('button', { name: /^Hold / })
    .click();
  await expect(basketOf(page).getByText('held for you')).toBeVisible();
  return ((await (await held).json()) as { id: string }).id;
}

/** Orders what is held, and waits for the tickets; the order's id. */
export async function orderHeld(page: Page): Promise<string> {
  await basketOf(page)
    .getByRole('button', { name: /^Order / })
    .click();
  await page.waitForURL(/\/orders\/[0-9a-f]{32}$/);
  await expect(page.getByText('Ordered, to be paid at the box office.')).toBeVisible();
  return page.url().slice(-32);
}
