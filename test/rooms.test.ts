import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {describe, expect, it} from 'vitest';

/* The rooms of the house and who may look into which (architecture.md, section 2). */

const source = path.resolve(import.meta.dirname, '../source');

type Import = {
  /** A room of ours, `node`, or the name of a package. */
  readonly of: string;
  readonly file: string;
  readonly by: 'type' | 'value' | 'call';
};

type Unit = {
  readonly file: string;
  readonly room: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
};

/** What a room may import, by value (`rooms`) or only for its types (`types`). */
type Rights = {
  readonly rooms: readonly string[];
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
  readonly node?: true;
};

const rights: Readonly<Record<string, Rights>> = {
  key: {rooms: []},
  wizard: {rooms: ['key']},
  text: {rooms: ['key'], types: ['wizard', 'options']},
  view: {rooms: ['key', 'wizard', 'text']},
  ui: {
    rooms: ['view', 'wizard', 'key', 'text'],
    packages: ['ink', 'ink-select-input', 'ink-text-input', 'react', 'string-width'],
  },
  tyk: {rooms: ['key'], packages: ['undici'], node: true},
  terminal: {rooms: [], types: ['key'], node: true},
  practice: {rooms: [], types: ['key'], node: true},
  commands: {
    rooms: [
      ...['key', 'wizard', 'text', 'view', 'ui', 'tyk', 'terminal', 'practice'],
      ...['effects', 'options', 'exit-code'],
    ],
    packages: ['ink', 'react'],
    node: true,
  },
  build: {rooms: [], packages: ['esbuild', 'undici'], node: true},
  options: {rooms: ['key']},
  'exit-code': {rooms: [], types: ['wizard']},
  effects: {rooms: [], types: ['key', 'wizard']},
  main: {
    rooms: ['key', 'text', 'terminal', 'commands', 'options', 'exit-code'],
    node: true,
  },
  cli: {rooms: ['main']},
  client: {rooms: ['key', 'tyk']},
};

const roomOf = (file: string): string => {
  const [first = ''] = path.relative(source, file).split(path.sep);
  return first.replace(/\.tsx?$/, '');
};

const importedBy = (file: string, specifier: string, by: Import['by']): Import => {
  if (specifier.startsWith('.')) {
    const target = path.resolve(path.dirname(file), specifier);
    const isOurs = target.startsWith(source + path.sep);
    return {of: isOurs ? roomOf(target) : specifier, file: target, by};
  }
  return {of: specifier.startsWith('node:') ? 'node' : packageOf(specifier), file: specifier, by};
};

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const isOnlyTypes = (node: ts.ImportDeclaration): boolean => {
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const {namedBindings, name} = clause;
  if (name !== undefined || namedBindings === undefined) return false;
  return ts.isNamedImports(namedBindings) && namedBindings.elements.every(one => one.isTypeOnly);
};

const specifierOf = (node: ts.Node): readonly [ts.Expression, Import['by']] | undefined => {
  if (ts.isImportDeclaration(node))
    return [node.moduleSpecifier, isOnlyTypes(node) ? 'type' : 'value'];
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return [node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value'];
  }
  if (!ts.isCallExpression(node)) return undefined;
  const [argument] = node.arguments;
  const isImport =
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(node.expression) && node.expression.text === 'require');
  return isImport && argument !== undefined ? [argument, 'call'] : undefined;
};

const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  node.forEachChild(child => {
    walk(child, visit);
  });
};

const readUnit = (file: string): Unit => {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true);
  const imports: Import[] = [];
  walk(tree, node => {
    const [expression, by] = specifierOf(node) ?? [];
    if (expression === undefined || by === undefined) return;
    const text = ts.isStringLiteralLike(expression) ? expression.text : '(computed)';
    imports.push(importedBy(file, text, by));
  });
  return {file: path.relative(source, file), room: roomOf(file), tree, imports};
};

const units: readonly Unit[] = readdirSync(source, {recursive: true, encoding: 'utf8'})
  .filter(file => /\.tsx?$/.test(file))
  .map(file => readUnit(path.join(source, file)));

const isAllowed = (unit: Unit, {of, by}: Import): boolean => {
  const right = rights[unit.room];
  if (right === undefined) return false;
  if (of === unit.room || right.rooms.includes(of)) return true;
  if (by === 'type' && right.types?.includes(of) === true) return true;
  return (of === 'node' && right.node === true) || right.packages?.includes(of) === true;
};

const strangers = (unit: Unit): readonly string[] =>
  unit.imports
    .filter(one => !isAllowed(unit, one))
    // The version stands in the manifest and nowhere else.
    .filter(({of, file}) => !(unit.room === 'main' && of === '../package.json' && file !== ''))
    .map(({of, by}) => `${unit.file} imports ${of} (${by})`);

const lineOf = (unit: Unit, node: ts.Node): string =>
  `${unit.file}:${unit.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

const findIn = (
  rooms: readonly string[],
  finds: (node: ts.Node, unit: Unit) => boolean,
): readonly string[] => {
  const found: string[] = [];
  for (const unit of units.filter(({room}) => rooms.includes(room))) {
    walk(unit.tree, node => {
      if (finds(node, unit)) found.push(`${lineOf(unit, node)} ${node.getText().slice(0, 60)}`);
    });
  }
  return found;
};

describe('the rooms', () => {
  it('every file stands in a room of the table, and every room has files', () => {
    expect(new Set(units.map(({room}) => room))).toEqual(new Set(Object.keys(rights)));
  });

  it.each(Object.keys(rights))('%s imports only what it may', room => {
    expect(units.filter(unit => unit.room === room).flatMap(strangers)).toEqual([]);
  });

  it.each([
    ['view', 'wizard', 'value', true],
    ['view', 'ui', 'value', false],
    ['terminal', 'key', 'type', true],
    ['terminal', 'key', 'value', false],
    ['practice', 'tyk', 'type', false],
    ['wizard', 'node', 'value', false],
    ['ui', 'undici', 'value', false],
  ] as const)('the table knows the way of the arrows: %s, %s (%s)', (room, of, by, allowed) => {
    const unit = units.find(candidate => candidate.room === room);
    expect(unit !== undefined && isAllowed(unit, {of, file: of, by})).toBe(allowed);
  });

  it('undici is loaded by value in one file only', () => {
    const users = units.filter(unit =>
      unit.imports.some(({of, by}) => of === 'undici' && by !== 'type'),
    );
    expect(users.filter(({room}) => room !== 'build').map(({file}) => file)).toEqual([
      path.join('tyk', 'dispatcher.ts'),
    ]);
  });

  it('the practice Dashboard and undici are loaded only when they are needed', () => {
    const isLate = (file: string): boolean =>
      file.startsWith(path.join(source, 'practice')) || file.endsWith('tyk/dispatcher.ts');
    const early = units
      .filter(({room}) => room !== 'practice')
      .flatMap(unit =>
        unit.imports
          .filter(({file, by}) => isLate(file) && by === 'value')
          .map(({file}) => `${unit.file} imports ${path.relative(source, file)} at once`),
      );
    expect(early).toEqual([]);
    const late = units.flatMap(unit => unit.imports).filter(({by}) => by === 'call');
    expect(late.some(({file}) => isLate(file))).toBe(true);
  });

  it('what the program imports late is known by name', () => {
    expect(units.flatMap(unit => unit.imports).filter(({file}) => file === '(computed)')).toEqual(
      [],
    );
  });
});

describe('the outside world', () => {
  const passedIn = ['key', 'wizard', 'view', 'ui', 'tyk', 'text'];
  const outside = ['process', 'console', 'setTimeout', 'setInterval', 'fetch', 'globalThis'];
  const clocks = ['Date.now', 'Math.random', 'performance.now'];

  it('is passed in: no clock, chance, console or process', () => {
    const found = findIn(passedIn, node => {
      if (ts.isPropertyAccessExpression(node) && clocks.includes(node.getText())) return true;
      if (ts.isNewExpression(node))
        return node.expression.getText() === 'Date' && node.arguments?.length === 0;
      const isBare = ts.isIdentifier(node) && outside.includes(node.text);
      return isBare && !ts.isPropertyAccessExpression(node.parent) && !isNameOfMember(node);
    });
    const reached = findIn(passedIn, node => {
      if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return false;
      return outside.includes(node.expression.text);
    });
    expect([...found, ...reached]).toEqual([]);
  });

  it('is touched by nobody but the start: process stands in cli only', () => {
    const everywhere = Object.keys(rights).filter(room => room !== 'cli' && room !== 'build');
    expect(
      findIn(
        everywhere,
        node =>
          ts.isIdentifier(node) &&
          node.text === 'process' &&
          !isNameOfMember(node) &&
          !ts.isTypeNode(node.parent) &&
          !ts.isQualifiedName(node.parent),
      ),
    ).toEqual([]);
  });
});

const isNameOfMember = (node: ts.Identifier): boolean =>
  (ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent)) &&
  node.parent.name === node;

describe('words', () => {
  /** It begins like a sentence and has more than one word. */
  const isSentence = (text: string): boolean => /^\s*\p{Lu}\p{Ll}*['’]?\p{Ll}* /u.test(text);

  const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
    ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node);

  it('stand in text/: no sentence in ui/, wizard/ or view/', () => {
    expect(findIn(['ui', 'wizard', 'view'], node => isText(node) && isSentence(node.text))).toEqual(
      [],
    );
  });

  it('the heuristic finds the sentences of text/', () => {
    expect(findIn(['text'], node => isText(node) && isSentence(node.text)).length).toBeGreaterThan(
      50,
    );
  });
});

describe('files', () => {
  it('have one way to be exported: by name', () => {
    expect(
      findIn(
        Object.keys(rights),
        node =>
          ts.isExportAssignment(node) ||
          (node.kind === ts.SyntaxKind.DefaultKeyword && ts.isFunctionDeclaration(node.parent)),
      ),
    ).toEqual([]);
  });
});
