import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../e2e/fixtures/temporary-folder';
import { cinema } from '../cinema';
import { emailFiles } from './templates';

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

describe('the mails that the build writes', () => {
  it('are the four that Identity sends', () => {
    const folder = temporaryFolder();
    execFileSync(process.execPath, ['--import', 'tsx', 'lib/emails/write-emails.ts', folder]);
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(fragments).toSorted());
    for (const [name, fragment] of Object.entries(fragments)) {
      expect(readFileSync(join(folder, name), 'utf8')).toContain(fragment);
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
