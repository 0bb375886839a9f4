import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {startPracticeGateway, type Practice} from '../../source/practice/practice.ts';
import {ask} from './asking.ts';
import type {Server} from './contract/asking.ts';
import {compare, type Difference} from './contract/compare.ts';
import {differences, newerMembers} from './contract/differences.ts';
import {questions, type QuestionName} from './contract/questions.ts';
import {recorded} from './contract/recorded.ts';
import {describeGateways} from './describe-gateways.ts';
import {apiDefinitions, policies, type Members} from './estate.ts';

type Options = Omit<Parameters<typeof startPracticeGateway>[0], 'now'>;

/** A practice gateway for all tests of a group. */
const practising = (options: () => Options): (() => Server) => {
  let practice: Practice | undefined;
  beforeAll(async () => {
    practice = await startPracticeGateway({now: () => Date.now(), ...options()});
  });
  afterAll(() => practice?.close());
  return () => ({
    url: new URL(practice?.url ?? ''),
    secret: practice?.credential ?? '',
  });
};

const sameEstate = (upstream: string): Options => ({
  apis: 0,
  extraApis: apiDefinitions(upstream).map(api_definition => ({api_definition})),
  extraPolicies: Object.values(policies),
});

// `Object.keys` forgets which ones.
const names = Object.keys(questions) as readonly QuestionName[];

const inOrder = (list: readonly Difference[]): readonly Difference[] =>
  [...list].sort((a, b) => (a.at < b.at ? -1 : 1));

describeGateways('the practice server answers like the real one', gateway => {
  const practice = practising(() => sameEstate(gateway().upstream));

  it.each(names)('%s', async name => {
    const {version} = gateway();
    const known = differences.filter(
      row => row.questions.includes(name) && row.versions.includes(version),
    );
    const found = compare(await questions[name](practice()), await questions[name](gateway()));
    expect(inOrder(found)).toEqual(inOrder(known.flatMap(row => row.differences)));
  });
});

describeGateways('the practice server’s definitions', gateway => {
  const practice = practising(() => ({}));

  const kindOf = (value: unknown): string =>
    value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

  const membersAt = async (server: Server): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
    const kinds = new Map<string, Set<string>>();
    const {json} = await ask(server, 'GET', '/tyk/apis');
    // A list of definitions at both, else the test finds nothing to compare.
    for (const [name, value] of (json as readonly Members[]).flatMap(each => Object.entries(each)))
      kinds.set(name, (kinds.get(name) ?? new Set()).add(kindOf(value)));
    return kinds;
  };

  it('have the real ones’ members and types, and newer ones besides', async () => {
    const [mine, theirs] = [await membersAt(practice()), await membersAt(gateway())];
    const newer = [...mine.keys()].filter(name => !theirs.has(name));
    expect(newer.sort()).toEqual([...newerMembers[gateway().version]].sort());
    const differing = [...mine].filter(([name, kinds]) => {
      const real = theirs.get(name);
      if (real === undefined || real.has('null')) return false;
      return [...kinds].some(kind => kind !== 'null' && !real.has(kind));
    });
    expect(differing).toEqual([]);
    expect(theirs.size).toBeGreaterThan(70);
  });
});

describe('the practice server answers as is recorded of 5.14', () => {
  describe('with our estate', () => {
    const practice = practising(() => sameEstate('http://127.0.0.1:9/'));

    it.each(recorded)(
      '$question (gateway.md $from)',
      async ({ask: asking, answer, leftOut = []}) => {
        const told = await asking(practice());
        const found = compare(told, {...answer, text: JSON.stringify(answer.json)});
        expect(found.filter(({at}) => !leftOut.includes(at.slice(2)))).toEqual([]);
      },
    );
  });

  describe('with its own', () => {
    const practice = practising(() => ({}));

    it('OAS APIs are listed, translated, under their whole names (gateway.md B 1.3)', async () => {
      const {json} = await ask(practice(), 'GET', '/tyk/apis');
      expect(json).toContainEqual(
        expect.objectContaining({
          name: 'Pay C# Service',
          is_oas: true,
          use_standard_auth: true,
          auth_configs: expect.objectContaining({
            authToken: expect.anything() as unknown,
          }) as unknown,
          version_data: expect.objectContaining({
            versions: {'': expect.anything() as unknown},
          }) as unknown,
        }),
      );
    });
  });
});
