import { expect } from 'vitest';
import type { Answer } from '../http';
import type { Probe } from '../probe';

export interface Entry {
  id: string;
  payload: Record<string, unknown>;
  created_at: string;
}

export const entries = (answer: Answer): Entry[] => {
  expect(answer.status, answer.text).toBe(200);
  return answer.json as Entry[];
};

/** This check's own entries, oldest first. */
export async function mine(t: Probe, scope = `author:${t.tag}`): Promise<Entry[]> {
  return entries(await t.operator(`/admin/audit?query=${encodeURIComponent(scope)}`)).toReversed();
}

export const actions = (list: Entry[]): unknown[] => list.map(({ payload }) => payload.action);

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
