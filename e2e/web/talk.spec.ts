import { signIn } from './account-steps';
import { expect, test } from './fixtures';
import { deleteEntry, entryOf, post, say } from './talk-steps';

const film = '/films/past-lives';

test('a comment stands on top under its writer’s name, here and for everybody', async ({
  page,
  identity,
}) => {
  await signIn(page, await identity.account({ name: 'Nadia Kern' }));
  await page.goto(film);
  const heading = page.getByRole('heading', { name: /^Talk \d+$/ });
  const before = Number((await heading.textContent())?.replace(/\D/g, ''));
  await post(page, 'The park bench at the end is worth the whole evening.');
  const comment = entryOf(page, 'The park bench at the end');
  await expect(comment).toContainText('Nadia Kern');
  await expect(comment).toContainText('You');
  await expect(comment).toContainText('just now');
  await expect(comment).toBeFocused();
  await expect(page.getByText('Your comment is posted.')).toBeAttached();
  await expect(page.locator('.talk > ol > li').first()).toContainText('The park bench at the end');
  await expect(heading).toHaveText(`Talk ${before + 1}`);
  await expect(page.getByLabel('Your comment')).toHaveValue('');
  await page.context().clearCookies();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(entryOf(page, 'The park bench at the end')).toContainText('Nadia Kern');
  await expect(page.getByRole('button', { name: 'Delete your comment' })).toHaveCount(0);
});

test('an answer hangs under what it answers and says whom', async ({ page, site, identity }) => {
  await say(
    site,
    await identity.account({ name: 'Ivo Marek' }),
    'past-lives',
    'Who else cried at the airport?',
  );
  await signIn(page, await identity.account({ name: 'Nadia Kern' }));
  await page.goto(film);
  const opener = page.getByRole('button', { name: 'Reply to Ivo Marek' }).first();
  await opener.click();
  const field = page.getByLabel('Your answer to Ivo Marek');
  await expect(field).toBeFocused();
  await field.fill('Me, and the man beside me too.');
  await page.locator('.answer').getByRole('button', { name: 'Post', exact: true }).click();
  const answer = page.getByRole('list', { name: 'Answers to Ivo Marek' }).getByRole('listitem');
  await expect(answer.filter({ hasText: 'Me, and the man beside me too.' })).toContainText('to Ivo Marek');
  await expect(field).toHaveCount(0);
  // One level: an answer has no reply of its own.
  await expect(answer.getByRole('button', { name: /^Reply/ })).toHaveCount(0);
  await page.reload();
  await expect(answer.filter({ hasText: 'Me, and the man beside me too.' })).toContainText('Nadia Kern');
});

test('deleting: an unanswered comment is gone, an answered one leaves a stub with its answers', async ({
  page,
  site,
  identity,
}) => {
  const [nadia, ivo, jo] = await Promise.all(
    ['Nadia Kern', 'Ivo Marek', 'Jo Finch'].map((name) => identity.account({ name })),
  );
  if (!nadia || !ivo || !jo) throw new Error('three accounts were asked for');
  const parent = await say(site, nadia, 'the-quiet-girl', 'I would rather not have said this.');
  await say(site, ivo, 'the-quiet-girl', 'Too late, I have read it.', parent);
  await say(site, jo, 'the-quiet-girl', 'Nobody answers this one.');

  await signIn(page, nadia);
  await page.goto('/films/the-quiet-girl');
  await expect(page.getByRole('button', { name: 'Delete your comment' })).toHaveCount(1);
  await deleteEntry(page.locator('.talk > ol > li').filter({ hasText: 'I would rather not' }));
  const stub = page.locator('.talk li.stub').filter({ hasText: 'Too late, I have read it.' });
  await expect(stub).toContainText('Deleted by its writer.');
  await expect(page.getByText('I would rather not have said this.')).toHaveCount(0);
  await page.reload();
  await expect(stub).toContainText('Deleted by its writer.');
  await expect(stub.getByRole('button', { name: 'Reply' })).toHaveCount(0);
  await expect(page.getByText('I would rather not have said this.')).toHaveCount(0);
});

test('somebody changes their mind about deleting, then deletes', async ({ page, site, identity }) => {
  const jo = await identity.account({ name: 'Jo Finch' });
  await say(site, jo, 'the-quiet-girl', 'Gone without a trace.');
  await signIn(page, jo);
  await page.goto('/films/the-quiet-girl');
  const opener = page.getByRole('button', { name: 'Delete your comment' });
  await opener.click();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await deleteEntry(entryOf(page, 'Gone without a trace.'));
  await expect(page.getByText('Gone without a trace.')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /^Talk/ })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Talk/ })).toBeVisible();
  await expect(page.getByText('Gone without a trace.')).toHaveCount(0);
});

test('what looks like a page in a comment is text', async ({ page, identity }) => {
  const words =
    '<img src="/x" onerror="document.title=\'taken\'"><script>document.title="taken"</script> [a](javascript:alert(1)) {{.Token}} &amp;';
  await signIn(page, await identity.account({ name: '<b>Mallory</b>' }));
  await page.goto('/films/fargo');
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
