import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {closingLine, countAll, countTests} from './run/count.ts';
import {runStep, type Outcome, type Step} from './run/step.ts';

/* `npm test`: the checks side by side, then all tests. With --quick without those that need a pty. */

const checks: readonly Step[] = [
  {name: 'build', command: 'tsx', args: ['source/build/build.ts']},
  {name: 'types', command: 'tsc', args: ['-p', '.']},
  {
    name: 'lint',
    command: 'eslint',
    args: ['-c', '.eslint.config.mjs', '--max-warnings', '0', 'source', 'test'],
  },
  {name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', 'source', 'test']},
];

const withoutPty = ['--exclude', 'test/end-to-end/**', '--exclude', '**/*.pty.test.*'];

const vitest = (report: string): Step => ({
  name: 'tests',
  command: 'vitest',
  args: [
    ...['run', '--config', '.vitest.config.ts'],
    ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report],
    ...(process.argv.includes('--quick') ? withoutPty : []),
  ],
});

const tell = ({name, passed, seconds, output}: Outcome): void => {
  process.stdout.write(`${name}: ${passed ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s\n`);
  if (!passed) process.stdout.write(output);
};

const folder = await mkdtemp(path.join(tmpdir(), 'tykey-run-'));
const report = path.join(folder, 'report.json');
const outcomes = await Promise.all(checks.map(check => runStep(check, 'held')));
outcomes.forEach(tell);
const tests = await runStep(vitest(report), 'shown');
const count = countAll(outcomes, tests, countTests(await readFile(report, 'utf8').catch(() => '')));
await rm(folder, {recursive: true});
outcomes
  .filter(({passed}) => !passed)
  .forEach(({name}) => process.stdout.write(`${name} failed\n`));
process.stdout.write(`${closingLine(count)}\n`);
process.exitCode = count.failed === 0 ? 0 : 1;
