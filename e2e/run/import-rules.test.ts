import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { lintConfig } from './import-rules';

test('.oxlintrc.json is what the table of import rules makes (else: npm run lint-rules)', async () => {
  expect(await readFile('.oxlintrc.json', 'utf8')).toBe(await lintConfig());
});
