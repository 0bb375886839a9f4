import {afterAll, beforeAll, describe, it, onTestFinished} from 'vitest';
import {startGateway, type GatewayOptions, type RealGateway} from './real-gateway.ts';
import {gatewayIsRequired, versions, whatIsMissing, type Version} from './versions.ts';

/**
 * A group of tests. Where a gateway can't be run they are skipped and the reason is printed; with
 * TYKEY_REQUIRE_GATEWAY=1 that is a failure.
 */
export const describeGateway = (name: string, tests: () => void): void => {
  const missing = whatIsMissing();
  if (missing === undefined) {
    describe(name, tests);
  } else if (gatewayIsRequired()) {
    it(`${name}: finds what a real gateway needs`, () => {
      throw new Error(missing);
    });
  } else {
    process.stderr.write(`Skipped: ${name}. ${missing}\n`);
    describe.skip(name, tests);
  }
};

/** The same for each version. */
export const describeVersions = (name: string, tests: (version: Version) => void): void => {
  describeGateway(name, () => {
    describe.each(versions)('gateway %s', tests);
  });
};

/** The same for each version, with one gateway for all tests of the group. */
export const describeGateways = (
  name: string,
  tests: (gateway: () => RealGateway) => void,
  options: GatewayOptions = {},
): void => {
  describeVersions(name, version => {
    let started: RealGateway | undefined;
    beforeAll(async () => {
      started = await startGateway(version, options);
    });
    afterAll(() => started?.dispose());
    tests(() => {
      if (started === undefined) throw new Error('asked before it was started');
      return started;
    });
  });
};

/** A gateway of its own for a test that is going to hurt it. */
export const gatewayForTest = async (version: Version): Promise<RealGateway> => {
  const gateway = await startGateway(version);
  onTestFinished(() => gateway.dispose());
  return gateway;
};
