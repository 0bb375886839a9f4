import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {gatewayIsRequired, whatIsMissing} from './gateway/versions.ts';
import {closingLine, countAll, countTests, type Count} from './run/count.ts';
import {runStep} from './run/step.ts';

/* `npm run test:gateway`: the tests with a real gateway and a real Redis, or the one line that says why not. */

const runTests = async (): Promise<Count> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tykey-run-'));
  const report = path.join(folder, 'report.json');
  const tests = await runStep(
    {
      name: 'tests with a real gateway',
      command: 'vitest',
      args: [
        ...['run', '--config', '.vitest.gateway.config.ts'],
        ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report],
        ...process.argv.slice(2),
      ],
    },
    'shown',
  );
  const counted = countTests(await readFile(report, 'utf8').catch(() => ''));
  await rm(folder, {recursive: true});
  return countAll([], tests, counted);
};

const missing = whatIsMissing();
if (missing !== undefined) process.stdout.write(`${missing}\n`);
const count =
  missing === undefined
    ? await runTests()
    : {passed: 0, failed: gatewayIsRequired() ? 1 : 0, skipped: 0};
process.stdout.write(`${closingLine(count)}\n`);
process.exitCode = count.failed === 0 ? 0 : 1;
