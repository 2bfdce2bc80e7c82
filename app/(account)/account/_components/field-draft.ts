'use client';

/** What somebody has typed on this page and not yet sent; of this tab's memory alone, and never a password. */
let typed: { userId: string; values: Map<string, string> } | null = null;

export function saveFieldDraft(userId: string, field: EventTarget): void {
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (!isText || field.autocomplete.endsWith('-password')) return;
  if (typed?.userId !== userId) typed = { userId, values: new Map() };
  typed.values.set(field.name, field.value);
}

/** What this person had typed into the field when their session ended. */
export function loadFieldDraft(userId: string, field: string): string | undefined {
  return typed?.userId === userId ? typed.values.get(field) : undefined;
}

export function clearFieldDraft(field?: string): void {
  if (field === undefined) typed = null;
  else typed?.values.delete(field);
}
