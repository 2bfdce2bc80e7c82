import { arriveSignedIn } from '../account/account-steps';
import { expectAccessible } from '../axe';
import { expect, test } from '../fixtures';
import { postAs, tokenOf } from './comment-steps';

test('staff remove a comment with a reason and restore it; its author reads why, others see a stub', async ({
  page,
  site,
  browser,
  identity,
}) => {
  const ivo = await identity.account({ name: 'Ivo Marek' });
  const jo = await identity.account({ name: 'Jo Finch' });
  const rude = await postAs(site, ivo, 'fargo', 'Something rude about the usher.');
  await postAs(site, jo, 'fargo', 'That was uncalled for.', rude);
  await arriveSignedIn(
    page,
    await identity.account({ name: 'Maeve Quinlan', roles: ['staff'] }),
    '/films/fargo',
  );
  const heading = page.getByRole('heading', { name: /^Comments \d+$/ });
  const before = Number((await heading.textContent())?.replace(/\D/g, ''));
  const opener = page
    .locator('.comments-section > ol > li')
    .filter({ hasText: 'Something rude' })
    .getByRole('button', { name: 'Remove the comment of Ivo Marek' });
  await opener.click();
  const question = page.getByRole('group', { name: 'Remove the comment of Ivo Marek?' });
  await expect(question.getByLabel('Reason')).toBeFocused();
  await expect(question).toContainText('You can restore it here.');
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await opener.click();
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(question.getByRole('alert')).toHaveText('Say why: the reason is shown.');
  await question.getByLabel('Reason').fill('We do not talk about ushers like that.');
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  const stub = page.locator('.comments-section li.stub').filter({ hasText: 'That was uncalled for.' });
  await expect(stub).toContainText('Removed by staff.');
  await expect(stub).toBeFocused();
  await expect(heading).toHaveText(`Comments ${before - 1}`);

  const elsewhere = await browser.newContext({ baseURL: site.url });
  const his = await elsewhere.newPage();
  await his.goto('/films/fargo');
  await expect(his.locator('.comments-section li.stub')).toContainText('Removed by staff.');
  await expect(his.getByText('Something rude about the usher.')).toHaveCount(0);
  await arriveSignedIn(his, ivo, '/films/fargo');
  await expect(his.getByText('1 comment of yours, removed by staff')).toBeVisible();
  await expect(his.getByText('We do not talk about ushers like that.')).toBeVisible();
  await expect(his.getByRole('button', { name: /^Restore/ })).toHaveCount(0);
  await his.goto('/account');
  await expect(his.getByRole('region', { name: 'Your comments' })).toContainText(
    'Reason given: We do not talk about ushers like that.',
  );
  await elsewhere.close();

  await page.reload();
  await page.getByText('1 comment removed by staff').click();
  await page.getByRole('button', { name: 'Close the discussion' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Close the discussion' })).toBeFocused();
  await page.getByRole('button', { name: 'Restore the comment of Ivo Marek' }).click();
  const back = page
    .locator('.comments-section > ol > li')
    .filter({ hasText: 'Something rude about the usher.' });
  await expect(back).toBeFocused();
  await expect(back).toContainText('That was uncalled for.');
  await expect(heading).toHaveText(`Comments ${before}`);
  await expect(page.getByText(/removed by staff$/)).toHaveCount(0);
});

test('staff remove a comment on its own page with a reason and restore it, and its author reads why', async ({
  page,
  site,
  browser,
  identity,
}) => {
  const ivo = await identity.account({ name: 'Ivo Marek' });
  const id = await postAs(site, ivo, 'fargo', 'Two tickets for sale, cheap.');
  const maeve = await identity.account({ name: 'Maeve Quinlan', roles: ['staff'] });
  const other = await postAs(site, await identity.account(), 'fargo', 'Another thread altogether.');
  await arriveSignedIn(page, maeve, `/films/fargo/comments/${id}`);
  await page.getByRole('button', { name: 'Remove the comment of Ivo Marek' }).click();
  const question = page.getByRole('group', { name: 'Remove the comment of Ivo Marek?' });
  await question.getByLabel('Reason').fill('No trade in tickets.');
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('This comment is gone.')).toBeVisible();
  await page.getByText('1 comment removed by staff').click();
  await expect(page.getByText('No trade in tickets.')).toBeVisible();

  const elsewhere = await browser.newContext({ baseURL: site.url });
  const his = await elsewhere.newPage();
  await arriveSignedIn(his, ivo, `/films/fargo/comments/${other}`);
  await expect(his.getByText('Another thread altogether.')).toBeVisible();
  await his.goto('/films/fargo');
  await expect(his.getByText('No trade in tickets.')).toBeVisible();
  await elsewhere.close();

  await page.getByRole('button', { name: 'Restore the comment of Ivo Marek' }).click();
  await expect(page.locator(`#c-${id}`)).toBeFocused();
  await page.reload();
  await expect(page.locator(`#c-${id}`)).toContainText('Two tickets for sale, cheap.');
  await expect(page.getByText('removed by staff')).toHaveCount(0);
});

test('axe: what staff have open on a film', async ({ page, site, identity }) => {
  const maeve = await identity.account({ name: 'Maeve Quinlan', roles: ['staff'] });
  const ivo = await identity.account({ name: 'Ivo Marek' });
  const id = await postAs(site, ivo, 'past-lives', 'An advertisement.');
  await postAs(site, await identity.account({ name: 'Jo Finch' }), 'past-lives', 'This one stays.');
  const removal = await fetch(`${site.url}/api/comments/${id}/removal`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await tokenOf(site, maeve)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'No advertisements.' }),
  });
  expect(removal.status).toBe(200);
  await arriveSignedIn(page, maeve, '/films/past-lives');
  await page.getByText('1 comment removed by staff').click();
  await expect(page.getByText('No advertisements.')).toBeVisible();
  await page
    .getByRole('button', { name: /^Remove the comment of/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Close the discussion' }).click();
  await expectAccessible(page);
});

test('staff close a discussion with a reason: nobody can write, everybody can read, drafts stay', async ({
  page,
  site,
  browser,
  identity,
  expectResponse,
}) => {
  const [maeve, oona] = await Promise.all([
    identity.account({ name: 'Maeve Quinlan', roles: ['staff'] }),
    identity.account({ name: 'Oona Reyes' }),
  ]);
  await postAs(site, oona, 'the-quiet-girl', 'Said while it was open.');
  const elsewhere = await browser.newContext({ baseURL: site.url });
  const hers = await elsewhere.newPage();
  await arriveSignedIn(hers, maeve, '/films/the-quiet-girl');
  await arriveSignedIn(page, await identity.account({ name: 'Nadia Kern' }), '/films/the-quiet-girl');
  await page.getByLabel('Your comment').fill('One more thing.');

  await hers.getByRole('button', { name: 'Close the discussion' }).click();
  const question = hers.getByRole('group', { name: 'Close the discussion of this film?' });
  await question.getByLabel('Reason').fill('It went round in circles.');
  await question.getByRole('button', { name: 'Close the discussion' }).click();
  await expect(hers.getByText('This film’s discussion is closed')).toBeVisible();
  await expect(hers.getByRole('button', { name: 'Reopen the discussion' })).toBeFocused();

  expectResponse(403, '/api/films/the-quiet-girl/comments');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'It went round in circles.' })).toBeVisible();
  await expect(page.getByLabel('Your comment')).toHaveValue('One more thing.');
  await page.reload();
  await expect(page.getByText('This film’s discussion is closed')).toBeVisible();
  await expect(page.getByText('We’ve kept your draft in this browser')).toBeVisible();
  await expect(page.getByText('Said while it was open.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Post|Reply|Edit)/ })).toHaveCount(0);
  await expectAccessible(page);

  await hers.getByRole('button', { name: 'Reopen the discussion' }).click();
  await expect(hers.getByLabel('Your comment')).toBeVisible();
  await expect(hers.getByRole('button', { name: 'Close the discussion' })).toBeFocused();
  await elsewhere.close();
  await page.reload();
  await expect(page.getByLabel('Your comment')).toHaveValue('One more thing.');
});
