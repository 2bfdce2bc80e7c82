import { signIn } from './account-steps';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { entryOf, say, tokenOf } from './talk-steps';

test('staff remove with a reason and restore; the writer reads why, others see a stub', async ({
  page,
  site,
  browser,
  identity,
}) => {
  const ivo = await identity.account({ name: 'Ivo Marek' });
  const jo = await identity.account({ name: 'Jo Finch' });
  const rude = await say(site, ivo, 'fargo', 'Something rude about the usher.');
  await say(site, jo, 'fargo', 'That was uncalled for.', rude);
  await signIn(page, await identity.account({ name: 'Maeve Quinlan', roles: ['staff'] }));
  await page.goto('/films/fargo');
  const heading = page.getByRole('heading', { name: /^Talk \d+$/ });
  const before = Number((await heading.textContent())?.replace(/\D/g, ''));
  const opener = page
    .locator('.talk > ol > li')
    .filter({ hasText: 'Something rude' })
    .getByRole('button', { name: 'Remove the comment of Ivo Marek' });
  await opener.click();
  const question = page.getByRole('group', { name: 'Remove the comment of Ivo Marek?' });
  await expect(question.getByLabel('Reason')).toBeFocused();
  await expect(question).toContainText('They are kept: you can restore them here.');
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await opener.click();
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(question.getByRole('alert')).toHaveText('Say why: the reason is shown.');
  await question.getByLabel('Reason').fill('We do not talk about ushers like that.');
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  const stub = page.locator('.talk li.stub').filter({ hasText: 'That was uncalled for.' });
  await expect(stub).toContainText('Removed by staff.');
  await expect(stub).toBeFocused();
  await expect(heading).toHaveText(`Talk ${before - 1}`);

  const elsewhere = await browser.newContext({ baseURL: site.url });
  const his = await elsewhere.newPage();
  await his.goto('/films/fargo');
  await expect(his.locator('.talk li.stub')).toContainText('Removed by staff.');
  await expect(his.getByText('Something rude about the usher.')).toHaveCount(0);
  await signIn(his, ivo);
  await his.goto('/films/fargo');
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
  await page.getByRole('button', { name: 'Close the talk' }).click();
  await page.getByRole('button', { name: 'Leave it open' }).click();
  await expect(page.getByRole('button', { name: 'Close the talk' })).toBeFocused();
  await page.getByRole('button', { name: 'Restore the comment of Ivo Marek' }).click();
  const back = page.locator('.talk > ol > li').filter({ hasText: 'Something rude about the usher.' });
  await expect(back).toBeFocused();
  await expect(back).toContainText('That was uncalled for.');
  await expect(heading).toHaveText(`Talk ${before}`);
  await expect(page.getByText(/removed by staff$/)).toHaveCount(0);
});

test('axe: what staff have open on a film', async ({ page, site, identity }) => {
  const maeve = await identity.account({ name: 'Maeve Quinlan', roles: ['staff'] });
  const ivo = await identity.account({ name: 'Ivo Marek' });
  const id = await say(site, ivo, 'past-lives', 'An advertisement.');
  await say(site, await identity.account({ name: 'Jo Finch' }), 'past-lives', 'This one stays.');
  const removal = await fetch(`${site.url}/api/comments/${id}/removal`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await tokenOf(site, maeve)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'No advertisements.' }),
  });
  expect(removal.status).toBe(200);
  await signIn(page, maeve);
  await page.goto('/films/past-lives');
  await page.getByText('1 comment removed by staff').click();
  await expect(page.getByText('No advertisements.')).toBeVisible();
  await page
    .getByRole('button', { name: /^Remove the comment of/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Close the talk' }).click();
  await expectAccessible(page);
});

test('staff close a talk with a reason: nobody can write, all can be read, words on their way come back', async ({
  page,
  site,
  browser,
  identity,
  expectAnswer,
}) => {
  const [maeve, oona] = await Promise.all([
    identity.account({ name: 'Maeve Quinlan', roles: ['staff'] }),
    identity.account({ name: 'Oona Reyes' }),
  ]);
  await say(site, oona, 'the-quiet-girl', 'Said while it was open.');
  const elsewhere = await browser.newContext({ baseURL: site.url });
  const hers = await elsewhere.newPage();
  await signIn(hers, maeve);
  await hers.goto('/films/the-quiet-girl');
  await signIn(page, await identity.account({ name: 'Nadia Kern' }));
  await page.goto('/films/the-quiet-girl');
  await page.getByLabel('Your comment').fill('One more thing.');

  await hers.getByRole('button', { name: 'Close the talk' }).click();
  const question = hers.getByRole('group', { name: 'Close the talk of this film?' });
  await question.getByLabel('Reason').fill('It went round in circles.');
  await question.getByRole('button', { name: 'Close the talk' }).click();
  await expect(hers.getByText('The house has closed the talk of this film')).toBeVisible();
  await expect(hers.getByRole('button', { name: 'Open the talk again' })).toBeFocused();

  expectAnswer(403, '/api/films/the-quiet-girl/comments');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'It went round in circles.' })).toBeVisible();
  await expect(page.getByLabel('Your comment')).toHaveValue('One more thing.');
  await page.reload();
  await expect(page.getByText('The house has closed the talk of this film')).toBeVisible();
  await expect(page.getByText('What you were writing is kept in this browser')).toBeVisible();
  await expect(page.getByText('Said while it was open.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Post|Reply|Edit)/ })).toHaveCount(0);
  await expectAccessible(page);

  await hers.getByRole('button', { name: 'Open the talk again' }).click();
  await expect(hers.getByLabel('Your comment')).toBeVisible();
  await expect(hers.getByRole('button', { name: 'Close the talk' })).toBeFocused();
  await elsewhere.close();
  await page.reload();
  await expect(page.getByLabel('Your comment')).toHaveValue('One more thing.');
});

test('answers to me are new once; a member has a page with what they said, and no address', async ({
  page,
  site,
  identity,
  expectAnswer,
}) => {
  const [ivo, oona] = await Promise.all([
    identity.account({ name: 'Ivo Marek' }),
    identity.account({ name: 'Oona Reyes' }),
  ]);
  const asked = await say(site, oona, 'perfect-days', 'Which cassette was that?');
  await say(site, ivo, 'perfect-days', 'The one with Lou Reed.', asked);

  await signIn(page, oona);
  await page.goto('/account');
  const answers = page.getByRole('region', { name: 'Answers to you' });
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
    expectAnswer(404, `/members/${nobody}`);
    const missing = await page.goto(`/members/${nobody}`);
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'No member at this address.' })).toBeVisible();
  }
  await page.goto('/films/perfect-days');
  await expect(
    entryOf(page, 'Which cassette').getByRole('link', { name: 'Oona Reyes' }).first(),
  ).toHaveAttribute('href', `/members/${oona.id}`);
});
