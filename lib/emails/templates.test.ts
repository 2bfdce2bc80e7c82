import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cinema } from '../cinema';
import { emailFiles } from './templates';

const folder = new URL('../../public/emails/', import.meta.url);
const fragments: Record<string, string> = {
  'confirmation.html': '#confirmation_token={{ .Token }}',
  'invitation.html': '#invite_token={{ .Token }}',
  'recovery.html': '#recovery_token={{ .Token }}',
  'email-change.html': '#email_change_token={{ .Token }}',
};
const subjects: Record<string, string> = {
  'confirmation.html': 'Confirm your address for The Rialto',
  'invitation.html': 'Your invitation to The Rialto',
  'recovery.html': 'A new password for The Rialto',
  'email-change.html': 'Confirm your new address for The Rialto',
};
const rialto = {
  name: 'The Rialto',
  address: { street: '1 Hill', postalCode: '1000', city: 'Ghent' },
  email: 'us@rialto.example',
};

describe('the mails in public/emails', () => {
  it('are exactly the four, as the cinema’s settings make them now (else: npm run build:emails)', () => {
    const written = emailFiles(cinema);
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(fragments).toSorted());
    for (const name of Object.keys(fragments)) {
      expect(readFileSync(new URL(name, folder), 'utf8')).toBe(written[name]);
    }
  });

  it.each(Object.keys(fragments))('%s links by a button and again as plain text', (name) => {
    const html = emailFiles(cinema)[name] ?? '';
    const link = `{{ .SiteURL }}/${fragments[name]}`;
    expect(html.split(`href="${link}"`)).toHaveLength(3);
    expect(html).toContain(`>${link}</a>`);
  });

  it.each(Object.keys(subjects))('%s carries its subject as title', (name) => {
    expect(emailFiles(rialto)[name]).toContain(`<title>${subjects[name]}</title>`);
  });

  it('name a renamed cinema and never the old one', () => {
    for (const html of Object.values(emailFiles(rialto))) {
      expect(html).toContain('THE RIALTO');
      expect(html).toContain('The Rialto, 1 Hill, 1000 Ghent, us@rialto.example');
      expect(html.toLowerCase()).not.toContain('marquee');
    }
  });

  it('hold a cinema’s name with markup in it as text', () => {
    const html = emailFiles({ ...rialto, name: 'Bar <b> & Film' })['recovery.html'];
    expect(html).toContain('A new password for Bar &lt;b&gt; &amp; Film');
    expect(html).not.toContain('<b>');
  });

  it('load nothing from anywhere: no image, no style sheet, no script', () => {
    for (const html of Object.values(emailFiles(cinema)))
      expect(html).not.toMatch(/<(img|link|script|style)\b/);
  });
});
