import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { callCommand } from '../../e2e/fixtures/call-command';
import { runBackupCommand } from '../backup/command';
import { runDoctorCommand } from '../doctor/command';
import { runImportCommand } from '../import/command';
import { runMigrateCommand } from '../migrations/command';
import { runRenameCommand } from '../renaming/command';

const commands = [
  ['import', runImportCommand],
  ['db:backup', runBackupCommand],
  ['db:migrate', runMigrateCommand],
  ['films:rename', runRenameCommand],
  ['doctor', runDoctorCommand],
] as const;

describe.each(commands)('npm run %s', (name, run) => {
  test.each(['--help', '-h'])(
    '%s says how it is used, with exit code 0 and without a database',
    async (option) => {
      const { code, output, errors } = await callCommand(run, ['x', option]);
      expect([code, errors]).toEqual([0, '']);
      expect(output).toContain(`npm run ${name} -- `);
    },
  );

  test.each(['--no-such', '-x'])(
    'names %s, which it does not know, and says how it is used',
    async (option) => {
      const { code, output, errors } = await callCommand(run, ['x', option]);
      expect([code, output]).toEqual([1, '']);
      expect(errors).toMatch(new RegExp(`^Unknown option '${option}'\\.\n\n`));
      expect(errors).toContain(`npm run ${name} -- `);
      expect(errors).not.toMatch(/ {4}at |ERR_/);
    },
  );
});

test('a pipe that is closed while a command writes is no fault', async () => {
  const script = `
    import { runAsProcess } from './lib/command/command-line.ts';
    process.argv[1] = process.cwd() + '/package.json';
    await runAsProcess('file://' + process.argv[1], async (_, { stdout }) => {
      for (let line = 0; line < 200_000; line++) stdout.write('a line of some length, and another one\\n');
      return 0;
    });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.once('data', () => child.stdout.destroy());
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect([code, errors]).toEqual([0, '']);
}, 15_000);
