import { fillJoin, expectSignedIn } from './account-steps';
import { expect, testOnSite } from '../fixtures';
import { newAddress } from '../identity';
import { entryOf, post } from '../comments/comment-steps';

/** A site that has switched autoconfirm on in Identity: an address counts without a mail. */
const test = testOnSite(() => ({ mongodbUri: String(process.env.TEST_MONGODB_URI), autoconfirm: true }));

test('joining with autoconfirm signs in at once, and the first comment follows without a mail', async ({
  page,
  identity,
}) => {
  const email = newAddress();
  await page.goto('/films/fargo');
  await page.locator('form').getByRole('link', { name: 'Join' }).click();
  await fillJoin(page, 'Ivo Marek', email, 'a short sentence');
  await page.waitForURL('**/films/fargo*');
  await expectSignedIn(page, 'Ivo Marek');
  await post(page, 'No mail, no waiting.');
  await expect(entryOf(page, 'No mail, no waiting.')).toContainText('Ivo Marek');
  expect(await identity.mails(email)).toEqual([]);
});
