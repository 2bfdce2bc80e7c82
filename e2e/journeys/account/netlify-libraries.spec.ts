import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type * as IdentityLibrary from '@netlify/identity';
import type { BrowserContext, FrameLocator, Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { newAddress } from '../identity';

declare global {
  interface Window {
    /** What the test's page has loaded. */
    library: typeof IdentityLibrary;
    netlifyIdentity: {
      open(tab: string): void;
      currentUser(): { email: string; token: { access_token: string } } | null;
    };
  }
}

/**
 * Netlify's own two libraries, as published, against the local Identity: a cinema that uses one of them on a page of its own
 * can try it here. The page is this test's, at an address of the site, without the site's Content Security Policy (the
 * widget writes its own styles into an iframe).
 */
const HOME = '/library-under-test';

const files = {
  'widget.js': fileURLToPath(import.meta.resolve('netlify-identity-widget')),
  'identity.js': fileURLToPath(import.meta.resolve('@netlify/identity')),
  'gotrue.js': fileURLToPath(import.meta.resolve('gotrue-js')),
};

async function servePage(context: BrowserContext, scripts: string): Promise<void> {
  const body = `<!doctype html><html lang="en"><head><title>A page of the cinema</title></head><body>${scripts}</body></html>`;
  await context.route(
    (url) => url.pathname === HOME,
    (route) => route.fulfill({ contentType: 'text/html', body }),
  );
  for (const [name, file] of Object.entries(files)) {
    const script = await readFile(file, 'utf8');
    await context.route(`**${HOME}/${name}`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: script }),
    );
  }
}

/** The link of the mail leads to the site's front page; this page takes its token instead. */
async function confirmationHash(link: Promise<string>): Promise<string> {
  return new URL(await link).hash;
}

/**
 * Says on Google's stand-in who one is. By requests, because Playwright hands no redirected navigation to a route: the
 * browser then goes where Identity has sent it.
 */
async function atGoogle(page: Page, name: string, email: string): Promise<void> {
  await page.waitForURL('**/__local/provider/google?*');
  const state = new URL(page.url()).searchParams.get('state') ?? '';
  const form = { state, name, email, verified: 'yes' };
  const back = await page.request.post(page.url(), { form, maxRedirects: 0 });
  const landing = await page.request.get(String(back.headers()['location']), { maxRedirects: 0 });
  const target = String(landing.headers()['location']);
  expect(new URL(target).pathname).toBe(HOME);
  await page.goto(target);
}

test.describe('netlify-identity-widget', () => {
  test.beforeEach(({ context }) =>
    servePage(
      context,
      `<script src="${HOME}/widget.js"></script>
      <script>netlifyIdentity.init({ APIUrl: location.origin + '/.netlify/identity' });</script>`,
    ),
  );

  const open = async (page: Page, tab: string): Promise<FrameLocator> => {
    await page.evaluate((name) => window.netlifyIdentity.open(name), tab);
    return page.frameLocator('#netlify-identity-widget');
  };

  const userOf = (page: Page) =>
    page.evaluate(() => {
      const user = window.netlifyIdentity.currentUser();
      if (!user) return null;
      const claims = JSON.parse(atob(user.token.access_token.split('.')[1] ?? '')) as {
        app_metadata: { roles?: string[] };
      };
      return { email: user.email, roles: claims.app_metadata.roles };
    });

  test('signs up, confirms by mail, logs out, is refused, logs in, and comes in through Google', async ({
    page,
    identity,
    expectResponse,
  }) => {
    const email = newAddress();
    await page.goto(HOME);
    const widget = await open(page, 'signup');
    await widget.getByPlaceholder('Name').fill('Oona Reyes');
    await widget.getByPlaceholder('Email').fill(email);
    await widget.getByPlaceholder('Password').fill('a short sentence');
    await widget.getByRole('button', { name: 'Sign up', exact: true }).last().click();
    await expect(widget.getByText(/confirmation message was sent/)).toBeVisible();
    expect(await userOf(page)).toBeNull();

    await page.goto(`${HOME}?mail${await confirmationHash(identity.link(email, 'confirmation_token'))}`);
    await expect.poll(() => userOf(page)).toEqual({ email, roles: ['member'] });
    const member = await open(page, 'login');
    await expect(member.getByText('Logged in as Oona Reyes')).toBeVisible();
    await member.getByRole('button', { name: 'Log out' }).click();
    await expect.poll(() => userOf(page)).toBeNull();

    await page.goto(HOME);
    const login = await open(page, 'login');
    await login.getByPlaceholder('Email').fill(email);
    await login.getByPlaceholder('Password').fill('not this one');
    expectResponse(400, '/.netlify/identity/token');
    await login.getByRole('button', { name: 'Log in', exact: true }).last().click();
    await expect(login.getByText('No user found with that email, or password invalid.')).toBeVisible();
    await login.getByPlaceholder('Password').fill('a short sentence');
    await login.getByRole('button', { name: 'Log in', exact: true }).last().click();
    await expect.poll(() => userOf(page)).toEqual({ email, roles: ['member'] });

    await page.evaluate(() => localStorage.clear());
    await page.goto(`${HOME}?google`);
    await (await open(page, 'login')).getByRole('button', { name: 'Continue with Google' }).click();
    const outside = newAddress();
    await atGoogle(page, 'Noor Haddad', outside);
    await expect.poll(() => userOf(page)).toEqual({ email: outside, roles: ['member'] });
  });
});

test.describe('@netlify/identity', () => {
  const imports = { '@netlify/identity': `${HOME}/identity.js`, 'gotrue-js': `${HOME}/gotrue.js` };

  test.beforeEach(({ context }) =>
    servePage(
      context,
      `<script type="importmap">${JSON.stringify({ imports })}</script>
      <script type="module">
        window.library = await import('@netlify/identity');
        window.callback = await window.library.handleAuthCallback();
      </script>`,
    ),
  );

  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(path);
    await page.waitForFunction(() => 'callback' in window);
  };

  test('signs up, confirms by mail, logs out, is refused, logs in, and comes in through Google', async ({
    page,
    identity,
    expectResponse,
  }) => {
    const email = newAddress();
    const userOf = () =>
      page.evaluate(async () => {
        const user = await window.library.getUser();
        return user && { email: user.email, name: user.name, provider: user.provider, roles: user.roles };
      });
    await go(page, HOME);
    const settings = await page.evaluate(() => window.library.getSettings());
    expect(settings).toMatchObject({ autoconfirm: false, disableSignup: false });
    expect(settings.providers).toMatchObject({ google: true, github: true, gitlab: false, email: true });
    await page.evaluate(
      (address) =>
        window.library.signup(address, 'a short sentence', {
          full_name: 'Oona Reyes',
        }),
      email,
    );
    expect(await userOf()).toBeNull();

    await go(page, `${HOME}?mail${await confirmationHash(identity.link(email, 'confirmation_token'))}`);
    const oona = { email, name: 'Oona Reyes', provider: 'email', roles: ['member'] };
    expect(await userOf()).toEqual(oona);
    expect(new URL(page.url()).hash).toBe('');
    await page.evaluate(() => window.library.logout());
    expect(await userOf()).toBeNull();

    const logIn = (password: string) =>
      page.evaluate(
        async ([address, given]) => {
          return window.library.login(address, given).then(
            () => 'in',
            (error: unknown) => String(error),
          );
        },
        [email, password] as const,
      );
    expectResponse(400, '/.netlify/identity/token');
    expect(await logIn('not this one')).toContain('No user found with that email, or password invalid.');
    expect(await logIn('a short sentence')).toBe('in');
    await go(page, `${HOME}?again`);
    expect(await userOf()).toEqual(oona);

    await page.evaluate(() => window.library.logout());
    await page.evaluate(() => {
      try {
        window.library.oauthLogin('google');
      } catch {
        // It throws to stop whatever comes after it: the browser is on its way.
      }
    });
    const outside = newAddress();
    await atGoogle(page, 'Noor Haddad', outside);
    await page.waitForFunction(() => 'callback' in window);
    expect(await userOf()).toEqual({
      email: outside,
      name: 'Noor Haddad',
      provider: 'google',
      roles: ['member'],
    });
  });
});
