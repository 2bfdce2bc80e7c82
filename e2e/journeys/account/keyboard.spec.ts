import { arriveSignedIn, accountOf } from './account-steps';
import { expect, test } from '../fixtures';

test('signing in, the account menu and signing out by keyboard alone', async ({ page, identity }) => {
  const account = await identity.account({ name: 'Oona Reyes' });
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = page.locator(':focus');

  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  await press('Tab');
  await expect(focused).toHaveText('Skip to content');
  await press('Enter', 'Tab');
  await expect(focused).toHaveAttribute('name', 'email');
  await page.keyboard.type(account.email);
  await press('Tab');
  await expect(focused).toHaveAccessibleName('Show password');
  await expect(focused).toHaveAttribute('aria-pressed', 'false');
  await press('Space');
  await expect(focused).toHaveAttribute('aria-pressed', 'true');
  await press('Tab');
  await expect(focused).toHaveAttribute('type', 'text');
  await page.keyboard.type(account.password);
  await press('Enter');

  const summary = accountOf(page, 'Oona Reyes');
  await expect(summary).toBeVisible();
  await summary.focus();
  await press('Enter', 'Tab');
  await expect(focused).toHaveText('Your tickets');
  await press('Tab');
  await expect(focused).toHaveText('Account');
  await press('Escape');
  await expect(summary).toBeFocused();
  await expect(page.getByRole('link', { name: 'Account', exact: true })).toBeHidden();
  await press('Enter', 'Tab', 'Tab', 'Tab');
  await expect(focused).toHaveText('Sign out');
  await press('Enter');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
});

test('the menu closes when the focus leaves it and on a click elsewhere', async ({ page, identity }) => {
  const account = await identity.account({ name: 'Oona Reyes' });
  await arriveSignedIn(page, account, '/');
  const summary = accountOf(page, 'Oona Reyes');
  const entry = page.getByRole('link', { name: 'Account', exact: true });
  await summary.click();
  await expect(entry).toBeVisible();
  await page.locator('h1').click();
  await expect(entry).toBeHidden();
  await summary.click();
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('Tab');
  await expect(entry).toBeHidden();
});

test('a password can be shown, pasted and is never part of an address', async ({ page }) => {
  await page.goto('/join');
  const password = page.getByLabel('Password', { exact: true });
  await expect(page.getByRole('button', { name: 'Join' })).toBeEnabled();
  await page.getByLabel('Name').fill('pasted sentence');
  await page.getByLabel('Name').press('ControlOrMeta+a');
  await page.getByLabel('Name').press('ControlOrMeta+c');
  await password.focus();
  await password.press('ControlOrMeta+v');
  await expect(password).toHaveValue('pasted sentence');
  await expect(password).toHaveAttribute('autocomplete', 'new-password');
  await expect(page.locator('form')).toHaveAttribute('method', 'post');
});
