import { arriveSignedIn, expectSignedIn } from '../account/account-steps';
import { expectAccessible } from '../axe';
import { expect, test } from '../fixtures';
import { newAddress } from '../identity';
import { writeManyComments } from './many-comments';
import { entryOf, post, postAs } from './comment-steps';

test('replies to me are new once; a member has a page with their comments, and no address', async ({
  page,
  site,
  identity,
  expectResponse,
}) => {
  const [ivo, oona] = await Promise.all([
    identity.account({ name: 'Ivo Marek' }),
    identity.account({ name: 'Oona Reyes' }),
  ]);
  const asked = await postAs(site, oona, 'perfect-days', 'Which cassette was that?');
  await postAs(site, ivo, 'perfect-days', 'The one with Lou Reed.', asked);

  await arriveSignedIn(page, oona, '/account');
  const answers = page.getByRole('region', { name: 'Replies to you' });
  await expect(answers.getByText('1 new since you were last here.')).toBeVisible();
  const answer = answers.getByRole('listitem').filter({ hasText: 'The one with Lou Reed.' });
  await expect(answer).toContainText('Ivo Marek');
  await expect(answer).toContainText('on Perfect Days');
  await expect(answer.getByText('New', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Your comments' })).toContainText('Which cassette was that?');
  await expectAccessible(page);
  await page.reload();
  await expect(answer).toBeVisible();
  await expect(answers.getByText('New', { exact: true })).toHaveCount(0);

  await answer.getByRole('link', { name: 'Ivo Marek' }).click();
  await page.waitForURL(`**/members/${ivo.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Ivo Marek' })).toBeVisible();
  await expect(page.getByText(/^Here since \d+ \w+ \d{4}$/)).toBeVisible();
  const said = page.getByRole('region', { name: 'Comments' });
  await expect(said.getByRole('listitem')).toHaveCount(1);
  await expect(said).toContainText('The one with Lou Reed.');
  await expectAccessible(page);
  expect(await page.content()).not.toContain(ivo.email);
  for (const nobody of ['11111111-2222-4333-8444-555555555555', 'nobody']) {
    expectResponse(404, `/members/${nobody}`);
    const missing = await page.goto(`/members/${nobody}`);
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'No member at this address.' })).toBeVisible();
  }
  await page.goto('/films/perfect-days');
  await expect(
    entryOf(page, 'Which cassette').getByRole('link', { name: 'Oona Reyes' }).first(),
  ).toHaveAttribute('href', `/members/${oona.id}`);
});

test('more new replies than fit on a page are marked on the next one too', async ({
  page,
  site,
  identity,
}) => {
  const [ivo, oona] = await Promise.all([
    identity.account({ name: 'Ivo Marek' }),
    identity.account({ name: 'Oona Reyes' }),
  ]);
  await writeManyComments(site, 'much-answered', [ivo.id], 25, oona.id);
  await arriveSignedIn(page, oona, '/account');
  const answers = page.getByRole('region', { name: 'Replies to you' });
  await expect(answers.getByText('25 new since you were last here.')).toBeVisible();
  await answers.getByRole('button', { name: 'Older replies' }).click();
  await expect(answers.getByRole('listitem')).toHaveCount(25);
  await expect(answers.getByText('New', { exact: true })).toHaveCount(25);
  await page.reload();
  await expect(answers.getByRole('listitem')).toHaveCount(20);
  await expect(answers.getByText('New', { exact: true })).toHaveCount(0);
});

test('a changed name is in the other tab at once, and on the pages that were open before', async ({
  page,
  identity,
}) => {
  const jo = await identity.account({ name: 'Jo Finch' });
  await arriveSignedIn(page, jo, '/films/past-lives');
  await post(page, 'Signed with my old name.');
  await expect(entryOf(page, 'Signed with my old name.')).toContainText('Jo Finch');
  const other = await page.context().newPage();
  await other.goto('/visit');
  await expectSignedIn(other, 'Jo Finch');
  // By the links of the site, so that what the router keeps is seen.
  await page.getByRole('banner').locator('summary').click();
  await page.getByRole('link', { name: 'Account', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Jo Finch-Adeyemi');
  await page.getByRole('button', { name: 'Change the name' }).click();
  await expect(page.getByText('You are Jo Finch-Adeyemi from now on')).toBeVisible();
  await expectSignedIn(other, 'Jo Finch-Adeyemi');
  await page.getByRole('region', { name: 'Your comments' }).getByRole('link', { name: 'Past Lives' }).click();
  await expect(entryOf(page, 'Signed with my old name.')).toContainText('Jo Finch-Adeyemi');
});

test('a posted comment is there on the way back to the page', async ({ page, identity }) => {
  await arriveSignedIn(page, await identity.account({ name: 'Nadia Kern' }), '/films/past-lives');
  await post(page, 'Do not lose me.');
  await expect(entryOf(page, 'Do not lose me.')).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Programme' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goBack();
  await expect(entryOf(page, 'Do not lose me.')).toBeVisible();
});

test('a member without a name is told what others see, and where to choose one', async ({
  page,
  identity,
}) => {
  const email = newAddress();
  await identity.operator('POST', '/invite', { email });
  await page.goto(await identity.link(email, 'invite_token'));
  await page.getByLabel('New password', { exact: true }).fill('a short sentence');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.waitForURL('**/account');
  await expect(page.getByText('Choose the name other people will see.')).toBeVisible();
  await page.goto('/films/past-lives');
  const form = page.locator('.comments-section form').first();
  await expect(form).toContainText('Others see “Member”.');
  await form.getByRole('link', { name: 'Choose a name' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ines Duarte');
  await page.getByRole('button', { name: 'Change the name' }).click();
  await expectSignedIn(page, 'Ines Duarte');
  await page.goto('/films/past-lives');
  await expect(form.getByRole('button', { name: 'Post' })).toBeVisible();
  await expect(form).not.toContainText('Others see');
});
