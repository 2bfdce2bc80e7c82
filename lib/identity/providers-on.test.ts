import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { enabledProviders, wireProvidersSchema } from './wire';

const off = { bitbucket: false, github: false, gitlab: false, google: false, facebook: false, saml: false };

describe('the outside sign-in services in Identity’s settings', () => {
  it('are those that are on, in the order of the buttons, with the names that people know', () => {
    const external = { ...off, gitlab: true, github: true, google: true, email: true };
    expect(enabledProviders({ external })).toEqual([
      { id: 'google', label: 'Google' },
      { id: 'github', label: 'GitHub' },
      { id: 'gitlab', label: 'GitLab' },
    ]);
  });

  it('are none where all are off, and nothing that we have no name for', () => {
    expect(enabledProviders({ external: { ...off, email: true } })).toEqual([]);
    expect(enabledProviders({ external: { ...off, saml: true, okta: true } })).toEqual([]);
  });

  it('are read from the whole response; another shape is refused', () => {
    const answer = { external: off, external_labels: {}, disable_signup: false, autoconfirm: true };
    expect(z.parse(wireProvidersSchema, answer)).toEqual({ external: off });
    expect(z.safeParse(wireProvidersSchema, { external: { google: 'yes' } }).success).toBe(false);
  });
});
