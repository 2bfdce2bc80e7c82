import { expect, test } from '../fixtures';
import { writeManyComments } from '../comments/many-comments';

test('a film: its facts, screenings, prices with their currency, and what people say with their names', async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.goto('/films/lost-in-translation');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lost in Translation');
  await expect(page).toHaveTitle(/^Lost in Translation \(2003\) \| /);
  const main = page.locator('main');
  await expect(main.getByText('Sofia Coppola, 2003, 102 minutes')).toBeVisible();
  await expect(main.getByRole('term').filter({ hasText: 'Language' })).toBeVisible();
  await expect(main.getByRole('img', { name: /Lost in Translation/ })).toBeVisible();
  await expect(main.getByText('Scarlett Johansson')).toBeVisible();

  const next = main.getByRole('region', { name: 'Next screenings' }).getByRole('listitem');
  await expect(next).toHaveCount(3);
  const later = main.getByRole('region', { name: 'Later screenings' });
  expect(await later.getByRole('listitem').count()).toBeGreaterThan(0);
  await expect(later).toContainText(/Tickets €\d+\.\d\d, concession €\d+\.\d\d/);
  await expect(next.first().getByRole('link', { name: /^Seats at \d\d:\d\d, / })).toHaveAttribute(
    'href',
    /^\/screenings\/[0-9a-f]{24}$/,
  );

  const discussion = main.getByRole('region', { name: /^Comments \d+$/ });
  const comment = discussion
    .getByRole('listitem')
    .filter({ hasText: 'I have stopped wanting to know what he whispers' });
  await expect(comment).toContainText('Ivo Marek');
  await expect(comment.locator('time').first()).toHaveAttribute('title', /^\w+day \d+ \w+ \d{4}, \d\d:\d\d$/);
  const answers = discussion.getByRole('list', { name: 'Replies to Oona Reyes' });
  await expect(answers.getByRole('listitem').first()).toContainText('Nadia Kern');
  await expect(answers.getByRole('listitem').first()).toContainText('to Oona Reyes');
  await expect(discussion.getByRole('button', { name: 'Delete' })).toHaveCount(0);

  // The budget counts what the page names; nothing more comes before somebody does something.
  await expect(page.getByRole('banner').getByRole('link', { name: 'Join' })).toBeVisible();
  const html = await (await page.request.get('/films/lost-in-translation')).text();
  expect(scripts.length).toBeGreaterThan(5);
  expect(scripts.filter((path) => !html.includes(path))).toEqual([]);
});

test('older comments come on demand, twenty at a time, and the first new one takes the focus', async ({
  page,
  site,
  identity,
}) => {
  const oona = await identity.account({ name: 'Oona Reyes' });
  const ivo = await identity.account({ name: 'Ivo Marek' });
  await writeManyComments(site, 'talked-about', [oona.id, ivo.id], 45);
  await page.goto('/films/talked-about');
  const discussion = page.getByRole('region', { name: /^Comments \d+$/ });
  const remarks = discussion.getByRole('listitem').filter({ hasText: /Remark \d+/ });
  await expect(remarks).toHaveCount(20);
  await expect(remarks.first()).toContainText('Remark 1');
  await expect(remarks.nth(1)).toContainText('Ivo Marek');
  await discussion.getByRole('button', { name: /older comments$/ }).click();
  await expect(remarks).toHaveCount(40);
  await expect(remarks.nth(20)).toBeFocused();
  await discussion.getByRole('button', { name: /older comments$/ }).click();
  await expect(remarks.filter({ hasText: 'Remark 45' })).toBeVisible();
  await expect(remarks).toHaveCount(45);
  await expect(discussion.getByRole('button', { name: /older comments$/ })).toHaveCount(0);
});

test('older comments that do not load: the page says so, and the next try loads them', async ({
  page,
  site,
  identity,
  expectResponse,
}) => {
  const { id } = await identity.account();
  await writeManyComments(site, 'much-talked-about', [id], 22);
  await page.goto('/films/much-talked-about');
  expectResponse(0, '/api/films/much-talked-about/comments');
  await page.route('**/api/films/much-talked-about/comments*', (route) => route.abort('connectionaborted'));
  const discussion = page.getByRole('region', { name: /^Comments \d+$/ });
  await discussion.getByRole('button', { name: /older comments$/ }).click();
  await expect(
    discussion.getByRole('alert').filter({ hasText: 'The older comments didn’t load' }),
  ).toBeVisible();
  await page.unroute('**/api/films/much-talked-about/comments*');
  await discussion.getByRole('button', { name: /older comments$/ }).click();
  await expect(discussion.getByText('Remark 22')).toBeVisible();
});

for (const path of ['/films/no-such-film', '/films/Not%20a%20Slug', '/films/%7B%24ne%7D']) {
  test(`an unknown film is a true 404 with an explanation and a next step: ${path}`, async ({
    page,
    expectResponse,
  }) => {
    expectResponse(404, path);
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'No film at this address.' })).toBeVisible();
    await page.getByRole('link', { name: 'This week' }).click();
    await expect(page.getByRole('navigation', { name: 'Days' })).toBeVisible();
  });
}

test('an unknown page is a true 404 with an explanation and a next step', async ({
  page,
  expectResponse,
}) => {
  expectResponse(404, '/no/such/page');
  const answer = await page.goto('/no/such/page');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'No page at this address.' })).toBeVisible();
  await expect(page).toHaveTitle(/^No page here \| /);
  await page.locator('main').getByRole('link', { name: 'To the programme' }).click();
  await expect(page.getByRole('navigation', { name: 'Days' })).toBeVisible();
});
