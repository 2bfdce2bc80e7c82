import { expect, test } from './fixtures';
import { type RebrandedCinema, startRebrandedCinema } from './rebranded-cinema';
import { tokenOf } from './comments/comment-steps';

const pages = [
  '/',
  '/programme?by=film',
  '/films/lost-in-translation',
  '/films',
  '/people/sofia-coppola',
  '/visit',
  '/access',
  '/house-rules',
  '/privacy',
  '/imprint',
  '/join',
  '/sign-in',
  '/confirm',
  '/forgotten-password',
  '/new-password',
  '/account',
  '/films/no-such-film',
  '/no/such/page',
];
const mails = ['confirmation', 'invitation', 'recovery', 'email-change'];

let cinema: RebrandedCinema;

test.beforeAll(async ({ site }) => {
  test.setTimeout(300_000);
  const replacements = {
    "name: 'Marquee'": "name: 'Zoetrope'",
    '14 Lantern Street': '7 Foundry Lane',
    'house@marquee.example': 'desk@zoetrope.example',
  };
  cinema = await startRebrandedCinema(replacements, {
    MONGODB_URI: site.mongodbUri,
    IDENTITY_URL: site.identityUrl,
    IDENTITY_OPERATOR_TOKEN: site.operatorToken,
  });
});
test.afterAll(() => cinema?.stop());

test('a cinema with another name: the old one stands on no page', async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: cinema.url });
  const page = await context.newPage();
  for (const path of pages) {
    await page.goto(path);
    await expect(page.locator('header').getByRole('link', { name: 'Sign in' }), path).toBeVisible();
    await expect(page, path).toHaveTitle(/Zoetrope$/);
    // The wordmark is spelled in letters of its own.
    await expect(page.locator('.logo'), path).toHaveText('Zoetrope');
    await expect(page.locator('.logo'), path).toHaveAccessibleName('Zoetrope, to the programme');
    await expect(page.getByRole('contentinfo'), path).toContainText('Zoetrope');
    await expect(page.getByRole('contentinfo'), path).toContainText('7 Foundry Lane');
    // All of it: what is read aloud, what search engines read, and what the page hands to its scripts.
    const source = await page.content();
    expect(source.match(/.{0,60}(marquee|lantern street).{0,60}/i)?.[0], path).toBeUndefined();
  }
  await context.close();
});

for (const mail of mails) {
  test(`a cinema with another name: the old one stands in no mail (${mail})`, async () => {
    const html = await cinema.read(`public/emails/${mail}.html`);
    expect(html).toContain('Zoetrope');
    expect(html.match(/.{0,60}(marquee|lantern street).{0,60}/i)?.[0]).toBeUndefined();
    expect(await (await fetch(`${cinema.url}/emails/${mail}.html`)).text()).toBe(html);
  });
}

test('without netlify/local, with MONGODB_URI and IDENTITY_URL, the product runs: members are known and post', async ({
  site,
  identity,
}) => {
  const account = await identity.account({ name: 'Oona Reyes' });
  const authorization = `Bearer ${await tokenOf(site, account)}`;
  const me = await fetch(`${cinema.url}/api/me`, { headers: { authorization } });
  expect(await me.json()).toMatchObject({ user: { id: account.id, name: 'Oona Reyes', roles: ['member'] } });
  const posted = await fetch(`${cinema.url}/api/films/fargo/comments`, {
    method: 'POST',
    headers: {
      authorization,
      'content-type': 'application/json',
      'idempotency-key': 'a7f7b0a0-6f0f-4b5e-9f57-2f4b8f1f4a11',
    },
    body: JSON.stringify({ body: 'From another cinema.' }),
  });
  expect(posted.status).toBe(201);
  const page = await fetch(`${cinema.url}/films/fargo`);
  expect(await page.text()).toContain('From another cinema.');
});
