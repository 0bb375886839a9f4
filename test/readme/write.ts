import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {root} from '../helpers/bundle.ts';
import {keyTable} from './key-table.ts';

/* `npm run readme`: writes what is generated into the README. */

const file = path.join(root, 'README.md');
const text = await readFile(file, 'utf8');
const marked = /(<!-- keys -->\n)[^]*?(\n?<!-- \/keys -->)/;
await writeFile(
  file,
  text.replace(marked, (_, start: string) => `${start}${keyTable()}\n<!-- /keys -->`),
);
