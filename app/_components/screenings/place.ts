import type { Screening } from '@/lib/screenings/schema';

/** `Studio, 35 mm`; digital is the rule and goes without saying. */
export function formatAuditorium({ auditorium, format }: Pick<Screening, 'auditorium' | 'format'>): string {
  return format === 'digital' ? auditorium.name : `${auditorium.name}, ${format}`;
}

/** The anchor of a screening on its film's page. */
export function screeningAnchor(id: string): string {
  return `s-${id}`;
}

export function screeningAddress(slug: string, id: string): string {
  return `/films/${slug}#${screeningAnchor(id)}`;
}
