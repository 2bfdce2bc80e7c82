import { arriveSignedIn } from '../account/account-steps';
import { expect, test } from '../fixtures';
import { entryOf, post, postButton } from './comment-steps';

const film = '/films/perfect-days';
const api = '/api/films/perfect-days/comments';

test('every refusal of a comment is shown as the API words it, leaves the draft, and says what to do next', async ({
  page,
  identity,
  expectResponse,
}) => {
  await arriveSignedIn(page, await identity.account(), film);
  const refusals = [
    { status: 403, code: 'discussion-closed', detail: 'This film’s discussion is closed.' },
    { status: 403, code: 'comments-disabled', detail: 'Comments are turned off.' },
    { status: 403, code: 'preview-read-only', detail: 'This preview is read-only.' },
    { status: 409, code: 'thread-full', detail: 'This thread is full.' },
    { status: 422, code: 'too-many-links', detail: 'This has 5 links. Take 2 out, then post at once.' },
    { status: 503, code: 'database-unavailable', detail: 'Try again in a few seconds.' },
    {
      status: 429,
      code: 'duplicate-comment',
      detail: 'You have said this already.',
      wait: 'Post in 5 minutes',
    },
    {
      status: 429,
      code: 'new-account-limit',
      detail: 'New accounts can post 20 comments on their first day.',
      wait: 'Post in 23 hours',
    },
  ];
  let next = 0;
  await page.route(`**${api}`, async (route) => {
    const { status, code, detail, wait } = refusals[next++]!;
    const retryAfter = wait?.includes('hours') ? 82_000 : 300;
    await route.fulfill({
      status,
      headers: { 'content-type': 'application/problem+json', 'retry-after': String(retryAfter) },
      body: JSON.stringify({ type: '', title: 'Refused', status, code, detail, instance: 'r-1' }),
    });
  });
  const field = page.getByLabel('Your comment');
  for (const { status, detail, wait } of refusals) {
    expectResponse(status, api);
    // Other words: what was refused for its words alone may be tried again in others at once.
    await post(page, `Refused as ${detail}`);
    await expect(page.getByRole('alert').filter({ hasText: detail })).toBeVisible();
    await expect(field).toHaveValue(`Refused as ${detail}`);
    await expect(field).toHaveAccessibleDescription(new RegExp(detail.slice(0, 20)));
    await expect(postButton(page)).toHaveText(wait ?? 'Post');
    await expect(page.locator('.comments-section li.comment[aria-busy=true]')).toHaveCount(0);
  }
  expect(next).toBe(8);
});

test('a comment whose text cannot be loaded for editing stays as it is, says why, and can be tried again', async ({
  page,
  identity,
  expectResponse,
}) => {
  await arriveSignedIn(page, await identity.account(), film);
  await post(page, 'The *trees* move.');
  const anchor = await entryOf(page, 'trees').getAttribute('id');
  const comment = page.locator(`#${anchor}`);
  const source = `/api/comments/${anchor?.slice(-24)}`;
  await page.route(`**${source}`, (route) =>
    route.fulfill({
      status: 503,
      headers: { 'content-type': 'application/problem+json' },
      body: JSON.stringify({
        type: '',
        title: 'Our database is not responding',
        status: 503,
        code: 'database-unavailable',
        detail: 'Try again in a few seconds.',
        instance: 'r-1',
      }),
    }),
  );
  expectResponse(503, source);
  const edit = comment.getByRole('button', { name: /^Edit/ });
  const why = comment.getByRole('alert').filter({ hasText: 'Try again in a few seconds.' });
  await edit.click();
  await expect(why).toBeVisible();
  await comment.getByRole('button', { name: 'Cancel' }).click();
  await expect(comment.locator('em')).toHaveText('trees');
  await expect(edit).toBeFocused();
  await edit.click();
  await expect(why).toBeVisible();
  await page.unroute(`**${source}`);
  await comment.getByRole('button', { name: 'Try again' }).click();
  const field = page.getByLabel('Change what you wrote');
  await expect(field).toHaveValue('The *trees* move.');
  await expect(field).toBeFocused();
});
