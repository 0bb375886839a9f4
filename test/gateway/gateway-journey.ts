import {startWalk, type Walk} from '../helpers/walk.ts';
import {apiName, organisation, type ApiId, type PolicyId} from './estate.ts';
import type {RealGateway} from './real-gateway.ts';

export type GatewayJourney = Walk & {
  readonly marks: (...apis: readonly ApiId[]) => Promise<void>;
  /** From the form to the review of a key `ci`, good for a week unless a policy says its end. */
  readonly fillsForm: (own?: {readonly endsByPolicy: boolean}) => Promise<void>;
  /** From the start to the review of such a key for one API. */
  readonly toReviewOf: (api: ApiId) => Promise<void>;
  /** From the start to the hidden key of this policy: from the list, or by its id where there is none. */
  readonly toKeyOfPolicy: (id: PolicyId) => Promise<void>;
  /** Goes ahead on the review, and waits until something else is on the screen. */
  readonly confirms: () => Promise<void>;
};

/** The built program before a person, told of this gateway as Tyk Operator's users are; ends with the test. */
export const gatewayJourney = (gateway: RealGateway): GatewayJourney => {
  const {url, secret} = gateway;
  const walk = startWalk({env: {TYK_MODE: 'ce', TYK_URL: url.origin, TYK_GW_SECRET: secret}});
  const fillsForm: GatewayJourney['fillsForm'] = async own => {
    await walk.alias('ci');
    if (own?.endsByPolicy !== true) await walk.expires('1 week');
    await walk.toReview();
  };
  return {
    ...walk,
    fillsForm,
    marks: async (...apis) => {
      for (const [index, api] of apis.entries()) {
        await walk.finds(apiName(api));
        walk.press('tab');
        await walk.sees(`${index + 1} marked`);
        walk.press('ctrl+u');
      }
    },
    toReviewOf: async api => {
      await walk.toApis();
      await walk.chooseApi(apiName(api));
      await fillsForm();
    },
    toKeyOfPolicy: async id => {
      await walk.arrives('way');
      await walk.hasLoaded();
      await walk.toPolicies();
      await choosesPolicy(walk, gateway, id);
      await fillsForm({endsByPolicy: id === 'short' && listsPolicies(gateway)});
      await walk.create();
    },
    confirms: () => walk.decides('enter', () => !walk.isOn('review')),
  };
};

const listsPolicies = ({version}: RealGateway): boolean => version !== 'v4.0.3';

const choosesPolicy = async (walk: Walk, gateway: RealGateway, id: PolicyId): Promise<void> => {
  if (listsPolicies(gateway)) return walk.choosePolicy(`Policy ${id}`);
  walk.write(id);
  await walk.sees(id);
  walk.press('enter');
  await walk.arrives('form');
  // With nothing known of the policy there is nothing to take it from: the estate has two of them.
  await walk.pointsTo('Organisation');
  walk.write(organisation);
  await walk.sees(`Organisation ${organisation}`);
};
