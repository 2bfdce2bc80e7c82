import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Site } from '../../fixtures/site';
import type { Account } from '../identity';

/** The comment or answer with these words, posted and not on its way; a comment contains its answers. */
export function entryOf(page: Page, words: string): Locator {
  return page.locator('.comments-section li.comment:not([aria-busy])').filter({ hasText: words }).last();
}

export function postButton(page: Page): Locator {
  return page.locator('.comments-section form').first().getByRole('button');
}

/** Writes into the form on top and posts. */
export async function post(page: Page, words: string): Promise<void> {
  await page.getByLabel('Your comment', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
}

/** Deletes after the question, and waits for it to be done. */
export async function deleteEntry(entry: Locator): Promise<void> {
  await entry
    .getByRole('button', { name: /^Delete / })
    .first()
    .click();
  const question = entry.getByRole('group', { name: /^Delete / });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Delete', exact: true }).click();
}

/** Signs in without a browser. */
export async function tokenOf(site: Site, account: Account): Promise<string> {
  const granted = await fetch(`${site.identityUrl}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      username: account.email,
      password: account.password,
    }),
  });
  expect(granted.status).toBe(200);
  return ((await granted.json()) as { access_token: string }).access_token;
}

/** What somebody else says meanwhile, straight to the API. Returns the comment's id. */
export async function postAs(
  site: Site,
  account: Account,
  slug: string,
  body: string,
  replyToId: string | null = null,
): Promise<string> {
  const answer = await fetch(`${site.url}/api/films/${slug}/comments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokenOf(site, account)}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ body, replyToId }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}
