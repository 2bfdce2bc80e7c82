import { expect, test } from './fixtures';

const NOBODY = '00000000-0000-4000-8000-00000000dead';

const nothingThere = [
  ['/films/no-such-film', 'No film at this address.'],
  ['/films/Not%20a%20Slug', 'No film at this address.'],
  ['/films/past-lives/comments/aaaaaaaaaaaaaaaaaaaaaaaa', 'No comment at this address.'],
  ['/people/nobody-of-ours', 'Nobody at this address.'],
  ['/auditoriums/attic', 'No auditorium at this address.'],
  [`/members/${NOBODY}`, 'No member at this address.'],
  ['/programme/yesterday', 'No page at this address.'],
  ['/no/such/page', 'No page at this address.'],
] as const;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [path, heading] of nothingThere) {
    test(`a 404 has its words and a way on, the first time and as it was kept: ${path}`, async ({
      page,
      expectResponse,
    }) => {
      expectResponse(404, path);
      for (const time of ['made', 'kept']) {
        const answer = await page.goto(path);
        expect(answer?.status(), time).toBe(404);
        await expect(page.getByRole('heading', { level: 1 }), time).toHaveText(heading);
        await expect(page.locator('main .btn-primary'), time).toBeVisible();
        await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link'), time).toHaveText([
          'Programme',
          'Films',
          'Visit',
        ]);
        await expect(page.locator('meta[name="robots"]').first(), time).toHaveAttribute('content', /noindex/);
      }
    });
  }
});

for (const [path, heading] of nothingThere) {
  test(`a 404 says its words once with JavaScript too: ${path}`, async ({ page, expectResponse }) => {
    expectResponse(404, path);
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.locator('header').getByRole('link', { name: 'Join' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText([heading]);
    await page.locator('main .btn-primary').click();
    await expect(page.getByRole('heading', { name: heading })).toHaveCount(0);
  });
}
