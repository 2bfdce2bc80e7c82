import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  concurrency?: { 'cancel-in-progress': unknown };
  jobs: Record<
    string,
    {
      permissions?: unknown;
      'timeout-minutes'?: number;
      strategy?: { matrix: { os: string[] } };
      steps: Step[];
    }
  >;
}

const FOLDER = '.github/workflows';
const files = readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`);
const text = (path: string): string => readFileSync(path, 'utf8');
const workflow = (path: string) => parse(text(path)) as Workflow;

describe.each(files)('%s', (path) => {
  const { on, permissions, concurrency, jobs } = workflow(path);

  test('reads the code and may do nothing else', () => {
    expect(permissions).toEqual({ contents: 'read' });
    expect(Object.values(jobs).filter((job) => job.permissions !== undefined)).toEqual([]);
  });

  test('sees no secret, for strangers open pull requests', () => {
    expect(text(path)).not.toMatch(/secrets\./);
    expect(Object.keys(on)).not.toContain('pull_request_target');
  });

  test('ends by itself, and a newer push ends an older run', () => {
    expect(concurrency?.['cancel-in-progress']).toBeDefined();
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });

  test('pins each action to a commit, with its release beside it', () => {
    const uses = text(path).match(/uses: .*/g) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('leaves no token behind in the checkout', () => {
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });
});

test('`npm test` runs on Ubuntu and on macOS, and saves traces of a failure', () => {
  const job = workflow('.github/workflows/test.yml').jobs['test'];
  expect(job?.strategy?.matrix.os).toEqual(['ubuntu-latest', 'macos-latest']);
  expect(job?.steps.flatMap(({ run }) => run ?? [])).toEqual(['npm test']);
  const kept = job?.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
  expect(kept).toMatchObject({ if: 'failure()', with: { path: '.local/test/journeys' } });
  // Where Playwright puts them.
  expect(text('e2e/playwright.config.ts')).toContain("outputDir: '../.local/test/journeys'");
});

test('updates come weekly and in groups, for both lock files and the actions', () => {
  const { updates } = parse(text('.github/dependabot.yml')) as {
    updates: {
      'package-ecosystem': string;
      directory?: string;
      directories?: string[];
      schedule: { interval: string };
      groups: object;
    }[];
  };
  expect(
    updates.map((update) => [
      update['package-ecosystem'],
      update.directories ?? [update.directory],
      update.schedule.interval,
      Object.keys(update.groups).length > 0,
    ]),
  ).toEqual([
    ['npm', ['/', '/netlify/local/build'], 'weekly', true],
    ['github-actions', ['/'], 'weekly', true],
  ]);
});

describe('issue forms', () => {
  const forms = readdirSync('.github/ISSUE_TEMPLATE').filter((name) => name !== 'config.yml');
  test.each(forms)('%s asks for something, each field under a name of its own', (name) => {
    const form = parse(text(`.github/ISSUE_TEMPLATE/${name}`)) as {
      name: string;
      description: string;
      body: {
        type: string;
        id?: string;
        attributes: { label?: string };
        validations?: { required: boolean };
      }[];
    };
    expect([form.name, form.description].every(Boolean)).toBe(true);
    const ids = form.body.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(form.body.every(({ attributes }) => attributes.label)).toBe(true);
    expect(form.body.some(({ validations }) => validations?.required)).toBe(true);
  });
});
