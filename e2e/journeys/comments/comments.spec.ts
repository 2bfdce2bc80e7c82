import { arriveSignedIn, signOut } from '../account/account-steps';
import { expect, test } from '../fixtures';
import { deleteEntry, entryOf, post, postAs } from './comment-steps';

const film = '/films/past-lives';

test('a posted comment stands on top under its author’s name, here and for everybody', async ({
  page,
  identity,
}) => {
  await arriveSignedIn(page, await identity.account({ name: 'Nadia Kern' }), film);
  const heading = page.getByRole('heading', { name: /^Comments \d+$/ });
  const before = Number((await heading.textContent())?.replace(/\D/g, ''));
  await post(page, 'The park bench at the end is worth the whole evening.');
  const comment = entryOf(page, 'The park bench at the end');
  await expect(comment).toContainText('Nadia Kern');
  await expect(comment).toContainText('You');
  await expect(comment).toContainText('just now');
  await expect(comment).toBeFocused();
  await expect(page.getByText('Your comment is posted.')).toBeAttached();
  await expect(page.locator('.comments-section > ol > li').first()).toContainText(
    'The park bench at the end',
  );
  await expect(heading).toHaveText(`Comments ${before + 1}`);
  await expect(page.getByLabel('Your comment')).toHaveValue('');
  await page.context().clearCookies();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(entryOf(page, 'The park bench at the end')).toContainText('Nadia Kern');
  await expect(page.getByRole('button', { name: 'Delete your comment' })).toHaveCount(0);
});

test('a reply stands under its comment and says whom it replies to', async ({ page, site, identity }) => {
  await postAs(
    site,
    await identity.account({ name: 'Ivo Marek' }),
    'past-lives',
    'Who else cried at the airport?',
  );
  await arriveSignedIn(page, await identity.account({ name: 'Nadia Kern' }), film);
  const opener = page.getByRole('button', { name: 'Reply to Ivo Marek' }).first();
  await opener.click();
  const field = page.getByLabel('Your reply to Ivo Marek');
  await expect(field).toBeFocused();
  await field.fill('Me, and the man beside me too.');
  await page.locator('.answer').getByRole('button', { name: 'Post', exact: true }).click();
  const answer = page.getByRole('list', { name: 'Replies to Ivo Marek' }).getByRole('listitem');
  await expect(answer.filter({ hasText: 'Me, and the man beside me too.' })).toContainText('to Ivo Marek');
  await expect(field).toHaveCount(0);
  await page.reload();
  await expect(answer.filter({ hasText: 'Me, and the man beside me too.' })).toContainText('Nadia Kern');
});

test('a reply to a reply stands beside it and says whom it replies to, also when that is gone', async ({
  page,
  site,
  identity,
}) => {
  const [ivo, oona, nadia] = await Promise.all(
    ['Ivo Marek', 'Oona Reyes', 'Nadia Kern'].map((name) => identity.account({ name })),
  );
  if (!ivo || !oona || !nadia) throw new Error('three accounts were asked for');
  const first = await postAs(site, ivo, 'past-lives', 'Is the play real?');
  await postAs(site, oona, 'past-lives', 'I have looked for it everywhere.', first);
  await arriveSignedIn(page, nadia, film);
  await entryOf(page, 'I have looked for it').getByRole('button', { name: 'Reply to Oona Reyes' }).click();
  const field = page.getByLabel('Your reply to Oona Reyes');
  await expect(field).toBeFocused();
  await field.fill('Try the library on the square.');
  await page.locator('.answer').getByRole('button', { name: 'Post', exact: true }).click();
  const answer = entryOf(page, 'Try the library');
  await expect(answer).toBeFocused();
  await expect(field).toHaveCount(0);
  const answers = page.locator(`#c-${first}`).getByRole('list', { name: 'Replies to Ivo Marek' });
  await expect(answers.getByRole('listitem')).toHaveCount(2);
  await page.reload();
  await expect(answer).toContainText('to Oona Reyes');
  await answer.getByRole('link', { name: 'Oona Reyes' }).click();
  await expect(entryOf(page, 'I have looked for it')).toBeInViewport();

  await signOut(page, 'Nadia Kern');
  await arriveSignedIn(page, oona, film);
  await deleteEntry(entryOf(page, 'I have looked for it'));
  await expect(answer).toContainText('to a comment that is gone');
  await page.reload();
  await expect(answer).toContainText('to a comment that is gone');
});

test('deleting a comment without replies removes it, one with replies leaves a stub', async ({
  page,
  site,
  identity,
}) => {
  const [nadia, ivo, jo] = await Promise.all(
    ['Nadia Kern', 'Ivo Marek', 'Jo Finch'].map((name) => identity.account({ name })),
  );
  if (!nadia || !ivo || !jo) throw new Error('three accounts were asked for');
  const parent = await postAs(site, nadia, 'the-quiet-girl', 'I would rather not have said this.');
  await postAs(site, ivo, 'the-quiet-girl', 'Too late, I have read it.', parent);
  await postAs(site, jo, 'the-quiet-girl', 'Nobody answers this one.');

  await arriveSignedIn(page, nadia, '/films/the-quiet-girl');
  await expect(page.getByRole('button', { name: 'Delete your comment' })).toHaveCount(1);
  await deleteEntry(page.locator('.comments-section > ol > li').filter({ hasText: 'I would rather not' }));
  const stub = page.locator('.comments-section li.stub').filter({ hasText: 'Too late, I have read it.' });
  await expect(stub).toContainText('Deleted by its author.');
  await expect(page.getByText('I would rather not have said this.')).toHaveCount(0);
  await page.reload();
  await expect(stub).toContainText('Deleted by its author.');
  await expect(stub.getByRole('button', { name: 'Reply' })).toHaveCount(0);
  await expect(page.getByText('I would rather not have said this.')).toHaveCount(0);
});

test('deleting a comment can be cancelled, then done', async ({ page, site, identity }) => {
  const jo = await identity.account({ name: 'Jo Finch' });
  await postAs(site, jo, 'the-quiet-girl', 'Gone without a trace.');
  await arriveSignedIn(page, jo, '/films/the-quiet-girl');
  const opener = page.getByRole('button', { name: 'Delete your comment' });
  await opener.click();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await deleteEntry(entryOf(page, 'Gone without a trace.'));
  await expect(page.getByText('Gone without a trace.')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /^Comments \d+$/ })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Comments \d+$/ })).toBeVisible();
  await expect(page.getByText('Gone without a trace.')).toHaveCount(0);
});

test('a comment deleted on its own page: the page says so, and no page on the way back shows it', async ({
  page,
  site,
  identity,
  expectResponse,
}) => {
  const jo = await identity.account({ name: 'Jo Finch' });
  const id = await postAs(site, jo, 'past-lives', 'Said and taken back.');
  await arriveSignedIn(page, jo, film);
  const comment = entryOf(page, 'Said and taken back.');
  await comment.getByRole('link', { name: 'just now' }).click();
  const itsPage = `${film}/comments/${id}`;
  await page.waitForURL(`**${itsPage}`);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await deleteEntry(comment);
  await expect(page.getByText('This comment is gone.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Comments on Past Lives' })).toBeFocused();
  await page.getByRole('link', { name: /^The whole discussion|^The film and all comments/ }).click();
  await page.waitForURL('**/films/past-lives#comments');
  await expect(page.getByLabel('Your comment', { exact: true })).toBeVisible();
  await expect(comment).toHaveCount(0);
  // Nothing is left of it: to ask for it would put "No comment at this address" in its place.
  expect(asked).not.toContain(itsPage);
  expectResponse(404, itsPage);
  await page.goBack();
  // Next loads that page anew, because it is a 404. A second step back before it is there would be overtaken by it.
  await expect(page.getByRole('heading', { name: 'No comment at this address.' })).toBeVisible();
  await expect(comment).toHaveCount(0);
  await page.goBack();
  await page.waitForURL(`**${film}`);
  await expect(page.getByLabel('Your comment', { exact: true })).toBeVisible();
  await expect(comment).toHaveCount(0);
});

test('HTML in a comment is text', async ({ page, identity }) => {
  const words =
    '<img src="/x" onerror="document.title=\'taken\'"><script>document.title="taken"</script> [a](javascript:alert(1)) {{.Token}} &amp;';
  await arriveSignedIn(page, await identity.account({ name: '<b>Mallory</b>' }), '/films/fargo');
  await post(page, words);
  for (const round of ['posted', 'read again']) {
    const comment = entryOf(page, 'javascript:alert(1)');
    await expect(comment, round).toContainText(words);
    await expect(comment, round).toContainText('<b>Mallory</b>');
    await expect(comment.locator('.read').locator('img, script, a')).toHaveCount(0);
    await expect(page).toHaveTitle(/^Fargo/);
    await page.reload();
  }
});
