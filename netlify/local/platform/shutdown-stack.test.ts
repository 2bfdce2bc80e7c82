import { expect, test } from 'vitest';
import { createShutdownStack, Interrupted } from './shutdown-stack';

test('what was started last is stopped first, each thing once', async () => {
  const stopped: string[] = [];
  const stoppers = createShutdownStack(() => undefined);
  await stoppers.add('database', () => stopped.push('database'));
  await stoppers.add('edge', () => stopped.push('edge'));
  await Promise.all([stoppers.stopAll(), stoppers.stopAll()]);
  expect(stopped).toEqual(['edge', 'database']);
  expect(stoppers.signal.aborted).toBe(true);
});

test('one that cannot be stopped is said and does not keep the rest running', async () => {
  const stopped: string[] = [];
  const said: string[] = [];
  const stoppers = createShutdownStack((line) => said.push(line));
  await stoppers.add('database', () => stopped.push('database'));
  await stoppers.add('edge', () => Promise.reject(new Error('stuck')));
  await stoppers.stopAll();
  expect(stopped).toEqual(['database']);
  expect(said).toEqual(['could not stop edge: stuck']);
});

test('what comes up after the stop began is stopped at once, and the start ends there', async () => {
  const stopped: string[] = [];
  const stoppers = createShutdownStack(() => undefined);
  await stoppers.stopAll();
  const late = stoppers.add('database', () => stopped.push('database'));
  await expect(late).rejects.toThrow(Interrupted);
  expect(stopped).toEqual(['database']);
});

test('a start that gives up keeps what it started until it is told to stop', async () => {
  const stopped: string[] = [];
  const stoppers = createShutdownStack(() => undefined);
  await stoppers.add('edge', () => stopped.push('edge'));
  stoppers.giveUp();
  expect(stoppers.signal.aborted).toBe(true);
  expect(stopped).toEqual([]);
  await expect(stoppers.add('late', () => stopped.push('late'))).rejects.toThrow(Interrupted);
  await stoppers.stopAll();
  expect(stopped).toEqual(['late', 'edge']);
});
