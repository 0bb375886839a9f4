import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, it} from 'vitest';
import {exitCodes} from '../source/exit-code.ts';
import {flags, variables} from '../source/options.ts';
import {root} from './helpers/bundle.ts';
import {keyTable} from './readme/key-table.ts';

const readme = await readFile(path.join(root, 'README.md'), 'utf8');

it('shows the keys that the keymap has (else: npm run readme)', () => {
  expect(readme).toContain(keyTable());
});

it('names every exit code', () => {
  for (const code of Object.values(exitCodes)) expect(readme).toContain(`| ${code} |`);
});

it('names every environment variable', () => {
  const missing = Object.values(variables)
    .flat()
    .filter(name => !readme.includes(name));
  expect(missing).toEqual([]);
});

it('names every flag but the two that explain themselves', () => {
  const told = flags.map(({flag}) => flag).filter(flag => flag !== 'help' && flag !== 'version');
  expect(told.filter(flag => !readme.includes(`--${flag}`))).toEqual([]);
});
