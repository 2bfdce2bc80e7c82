import type { Graph } from 'schema-dts';

/** Facts for machines. Nothing in them can end the script: `<` is written as an escape, which JSON reads back. */
export function JsonLd({ graph }: { graph: Graph }) {
  const text = JSON.stringify(graph).replaceAll('<', String.raw`\u003c`);
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
