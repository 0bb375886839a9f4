import path from 'node:path';
import {buildDist} from './dist.ts';

// Run as a script by `npm run build`; everything else in this folder does nothing when imported.
const root = path.resolve(import.meta.dirname, '..', '..');
const {program, bytes} = await buildDist(root);
process.stdout.write(`${path.relative(root, program)}: ${Math.round(bytes / 1000)} kB\n`);
