import { escapeHtml } from '../pages/page';
export type TemplateValue = string | Record<string, unknown>;

/**
 * Renders the part of Go's html/template that Netlify's mail templates use: `{{ .Name }}` and `{{ .Data.key }}`,
 * every value escaped for HTML, an unknown one empty.
 * @throws Error for any other action, which Netlify would evaluate and we would not
 */
export function renderTemplate(template: string, values: Record<string, TemplateValue>): string {
  return template.replace(/\{\{-?\s*([\s\S]*?)\s*-?\}\}/g, (_, action: string) => {
    if (action.startsWith('/*')) return '';
    const path = /^\.([A-Za-z]\w*(?:\.\w+)*)$/.exec(action)?.[1];
    if (path === undefined)
      throw new Error(`The mail template uses {{ ${action} }}, which is not known here.`);
    return escapeHtml(lookUp(values, path.split('.')));
  });
}

function lookUp(values: Record<string, unknown>, path: string[]): string {
  let value: unknown = values;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return '';
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
