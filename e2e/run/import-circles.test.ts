import { describe, expect, test } from 'vitest';
import { fileCircles, folderCircles, readImports, toGraph } from './import-circles';

const modules = readImports(['app', 'lib', 'netlify', 'e2e']);

test('no module reaches itself by its imports, type imports included', () => {
  expect(modules.size).toBeGreaterThan(500);
  expect(fileCircles(modules)).toEqual([]);
});

test('no folder reaches itself by the imports of its files', () => {
  expect(folderCircles(modules)).toEqual([]);
});

const graphOf = (sources: Record<string, string>) => toGraph(new Map(Object.entries(sources)));

describe('what counts as a circle of modules', () => {
  test.each([
    ['a type', "import type { B } from './b';"],
    ['a value over several lines', "import {\n  b,\n  type B,\n} from './b';"],
    ['a re-export', "export { b } from '@/lib/b';"],
    ['an import for its effect', "import './b';"],
    ['an import when it is needed', "const b = await import('./b');"],
  ])('%s', (_what, line) => {
    const graph = graphOf({ 'lib/a.ts': line, 'lib/b.ts': "import { a } from './a';" });
    expect(fileCircles(graph)).toEqual(['lib/a.ts > lib/b.ts > lib/a.ts']);
  });

  test('not what only stands in a text, and not a way without a way back', () => {
    const graph = graphOf({ 'lib/a.ts': "const said = 'b'; // import './b'", 'lib/b.ts': "import './a';" });
    expect(fileCircles(graph)).toEqual([]);
  });
});

describe('what counts as a circle of folders', () => {
  const page = {
    'app/films/page.tsx': "import './_components/list'; import './data';",
    'app/films/_components/list.tsx': "import type { Film } from '../data';",
    'app/films/data.ts': '',
  };

  test('two folders whose files import one another, though no file reaches itself', () => {
    const graph = graphOf({
      'lib/a/one.ts': "import '../b/one';",
      'lib/a/two.ts': '',
      'lib/b/one.ts': "import '../a/two';",
    });
    expect(folderCircles(graph)).toEqual([
      'lib/a > lib/b > lib/a\n  lib/a/one.ts imports lib/b/one.ts\n  lib/b/one.ts imports lib/a/two.ts',
    ]);
  });

  test('not a page whose private folder imports the data below it', () => {
    expect(folderCircles(graphOf(page))).toEqual([]);
  });

  test('data that imports from the private folder above it', () => {
    const graph = graphOf({
      ...page,
      'app/films/data.ts': "import './_components/card';",
      'app/films/_components/card.tsx': '',
    });
    expect(folderCircles(graph)).toHaveLength(1);
  });

  test('not what a test imports', () => {
    const graph = graphOf({
      'lib/a/one.test.ts': "import '../b/one';",
      'lib/a/two.ts': '',
      'lib/b/one.ts': "import '../a/two';",
    });
    expect(folderCircles(graph)).toEqual([]);
  });
});
