import {buildGateways, whatIsMissing} from './versions.ts';

/** Vitest's global setup: the gateways are there before the first test asks for one. */
export const setup = async (): Promise<void> => {
  if (whatIsMissing() !== undefined) return;
  await buildGateways(line => process.stderr.write(`${line}\n`));
};
