import { expect, test } from '../fixtures';
import { writeFilm } from './own-film';
import { expectNoSidewaysScroll } from '../visitor-steps';

test.describe('a trailer', () => {
  test('of the cinema itself loads nothing before the button; then it plays, with captions', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/films/perfect-days');
    await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
    const trailer = page.getByRole('region', { name: 'Trailer' });
    await expect(trailer).toContainText('From our own site, with captions.');
    expect(asked.filter((path) => path.startsWith('/trailers/'))).toEqual([]);
    await expect(trailer.locator('video, iframe')).toHaveCount(0);

    await trailer.getByRole('button', { name: 'Play the trailer' }).press('Enter');
    const video = trailer.locator('video');
    await expect(video).toBeFocused();
    await expect(video).toHaveAccessibleName('Trailer of Perfect Days');
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(0);
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.textTracks[0]?.cues?.length))
      .toBe(1);
    expect(asked).toContain('/trailers/perfect-days.webm');
    await expect(trailer.getByRole('link', { name: 'Open the video directly' })).toBeVisible();
  });

  for (const [kind, trailer, player, words] of [
    [
      'YouTube',
      'https://youtu.be/h2tY82z3xXU',
      'https://www.youtube-nocookie.com/embed/h2tY82z3xXU?autoplay=1&rel=0',
      'From YouTube. Nothing loads from there until you press play. Then youtube-nocookie.com learns',
    ],
    [
      'Vimeo',
      'https://vimeo.com/76979871',
      'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1',
      'From Vimeo. Nothing loads from there until you press play. Then player.vimeo.com learns',
    ],
  ] as const) {
    test(`at ${kind}: that place is asked when the button is pressed, and not before`, async ({
      page,
      site,
    }) => {
      const slug = `trailer-at-${kind.toLowerCase()}`;
      await writeFilm(site, { slug, title: 'Elsewhere', trailer });
      const asked: string[] = [];
      await page.route(
        (url) => url.origin === new URL(player).origin,
        (route) => {
          asked.push(route.request().url());
          return route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><title>.</title><p>The player.',
          });
        },
      );
      await page.goto(`/films/${slug}`);
      const place = page.getByRole('region', { name: 'Trailer' });
      await expect(place).toContainText(words);
      await place.hover();
      await page.keyboard.press('Tab');
      expect(asked).toEqual([]);
      await place.getByRole('button', { name: 'Play the trailer' }).click();
      await expect(
        page.frameLocator('iframe[title="Trailer of Elsewhere"]').getByText('The player.'),
      ).toBeVisible();
      expect(asked).toEqual([player]);
    });
  }
});

test('an address that a film had before leads to the one that it has, for good', async ({
  page,
  request,
}) => {
  const answer = await request.get('/films/our-past-lives', { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers().location).toMatch(/\/films\/past-lives$/);
  await page.goto('/films/our-past-lives');
  await expect(page).toHaveURL('/films/past-lives');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Past Lives');
  const film = await request.get('/api/films/our-past-lives');
  expect(await film.json()).toMatchObject({ film: { slug: 'past-lives' } });
});

test('a film with a picture of its own: description, content notes, when each screening ends', async ({
  page,
}) => {
  await page.goto('/films/the-quiet-girl');
  const picture = page.getByRole('img', { name: /^A girl with a bucket on a path/ });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(736);
  const next = page.getByRole('region', { name: 'Next screenings' }).getByRole('listitem');
  await expect(next.first()).toContainText(/^\d\d:\d\d to \d\d:\d\d/);
  const later = page.getByRole('region', { name: 'Later screenings' });
  await expect(later.getByRole('heading', { level: 3 }).first()).toHaveText(/^\w+day \d+ \w{3,4}$/);
  await expect(later.getByRole('listitem').first()).toContainText(/\d\d:\d\d to \d\d:\d\d/);
  await page.goto('/films/fargo');
  await expect(
    page.getByRole('definition').filter({ hasText: 'Violence, blood, a kidnapping' }),
  ).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('from all films to a film, its people, films like it, its auditorium and back to a screening', async ({
      page,
    }) => {
      const main = page.locator('main');
      await page.goto('/');
      const nav = page.getByRole('navigation', { name: 'Main' });
      await nav.getByRole('link', { name: 'Films' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Films this week');
      await expect(nav.getByRole('link', { name: 'Films' })).toHaveAttribute('aria-current', 'page');
      await expect(main.getByRole('listitem').first()).toContainText(/(Today|Tomorrow), /);
      await main.getByRole('link', { name: /^Shown before 0$/ }).click();
      await expect(main).toContainText('No past films yet.');
      await main.getByRole('link', { name: /^All \d+$/ }).click();
      await expect(page).toHaveURL('/films?when=all');
      const names = await main.getByRole('heading', { level: 2 }).allTextContents();
      expect(names.length).toBeGreaterThanOrEqual(8);
      await main.getByRole('link', { name: 'Lost in Translation', exact: true }).click();

      await page.waitForURL('/films/lost-in-translation');
      const similar = main.getByRole('region', { name: 'Films like this one' });
      await expect(similar.getByRole('heading', { level: 3 }).first()).toBeVisible();
      expect(await similar.getByRole('heading', { level: 3 }).allTextContents()).not.toContain(
        'Lost in Translation',
      );
      await main.getByRole('link', { name: 'Sofia Coppola' }).click();
      await page.waitForURL('/people/sofia-coppola');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sofia Coppola');
      const directed = main.getByRole('region', { name: 'Directed' });
      await directed.getByRole('link', { name: 'Lost in Translation' }).click();

      await page.waitForURL('/films/lost-in-translation');
      const place = main.getByRole('region', { name: 'Later screenings' }).getByRole('link').first();
      const name = (await place.textContent()) ?? '';
      await place.click();
      await page.waitForURL('/auditoriums/*');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(main.getByRole('region', { name: 'How to get in' })).toContainText(/Hearing loop/);
      const time = main.getByRole('region', { name: 'What is on here' }).getByRole('listitem').last();
      await expect(time).toContainText(/^\d\d:\d\d/);
      await time.getByRole('link').click();
      await page.waitForURL(/\/screenings\/[0-9a-f]{24}$/);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
      if (javaScriptEnabled) await expect(page.getByRole('region', { name: 'Seat plan' })).toBeVisible();
    });
  });
}

test('without JavaScript a trailer is a plain link', async ({ browser, site }) => {
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/films/perfect-days');
  const link = page.getByRole('region', { name: 'Trailer' }).getByRole('link', { name: 'Play the trailer' });
  await expect(link).toHaveAttribute('href', '/trailers/perfect-days.webm');
  await context.close();
});

test('the cinema’s own pages are linked from every page, and say who and where it is', async ({ page }) => {
  await page.goto('/films');
  const foot = page.getByRole('contentinfo');
  const links = foot.getByRole('navigation', { name: 'House' }).getByRole('link');
  expect(await links.allTextContents()).toEqual(['Access', 'House rules', 'Privacy', 'Imprint']);
  for (const name of await links.allTextContents()) {
    await foot.getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  }
  await expect(page.locator('main')).toContainText('14 Lantern Street');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Visit' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Visit');
  await expect(page).toHaveTitle(/^Visit \| /);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
});

for (const [path, heading] of [
  ['/people/nobody-of-ours', 'Nobody at this address.'],
  ['/people/Sofia%20Coppola', 'Nobody at this address.'],
  ['/auditoriums/attic', 'No auditorium at this address.'],
  ['/nonsense', 'No page at this address.'],
] as const) {
  test(`a true 404 with an explanation and a next step: ${path}`, async ({ page, expectResponse }) => {
    expectResponse(404, path);
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.locator('main .btn-primary')).toBeVisible();
  });
}
