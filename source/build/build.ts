import path from 'node:path';
import {buildDist} from './dist.ts';

// Run as a script by `npm run build`; everything else in this folder does nothing when imported.
const root = path.resolve(import.meta.dirname, '..', '..');
const {program, bytes, client, clientBytes} = await buildDist(root);
const line = (file: string, size: number): string =>
  `${path.relative(root, file)}: ${Math.round(size / 1000)} kB\n`;
process.stdout.write(line(program, bytes) + line(client, clientBytes));
