import {idOf, type PracticePolicy, policyReader} from '../keys/policy.ts';
import {refused} from '../reader.ts';
import type {PracticeApi} from './api.ts';
import {handmade} from './handmade.ts';
import {apiIdOfPath, organisation, otherOrganisation, placeOfId, placeOfPath} from './places.ts';
import {mostWholeItems} from './lean.ts';
import {handmadePolicies} from './policies.ts';
import {extraRow, madeRows, type Row} from './rows.ts';

export type EstateOptions = {
  /** Exactly so many APIs: the handmade ones first, then generated ones. Default: the handmade ones. */
  readonly apis?: number;
  /** Raw list items and policies, added as they are: for tests that need hostile ones. */
  readonly extraApis?: readonly unknown[];
  readonly extraPolicies?: readonly unknown[];
};

/** All that a practice server serves, built when asked for: 100,000 APIs cost no memory. */
export type Estate = {
  readonly organisation: string;
  /** APIs are numbered from 0, the newest first. */
  readonly size: number;
  readonly rowAt: (index: number) => Row;
  readonly rowById: (apiId: string) => Row | undefined;
  /** The API that answers on this path. */
  readonly apiByPath: (path: string) => PracticeApi | undefined;
  readonly policies: readonly unknown[];
  /** By `id`, or by `_id` where `id` is empty: the other one is "not found" (tyk-facts part 4). */
  readonly policyById: (id: string, organisation: string) => PracticePolicy | undefined;
};

export const createEstate = (options: EstateOptions): Estate => {
  const made = options.apis ?? handmade.length;
  const madeRow = madeRows(made > mostWholeItems);
  const extraRows = (options.extraApis ?? []).map(extraRow);
  const places = {organisation, otherOrganisation, apiId: apiIdOfPath};
  const policies = [...handmadePolicies(places), ...(options.extraPolicies ?? [])];
  const readPolicies = policies.map(policy => policyReader.read(policy));
  const madeRowOf = (place: number | undefined) =>
    place !== undefined && place < made ? madeRow(place) : undefined;
  return {
    organisation,
    size: made + extraRows.length,
    policies,
    rowAt: index => extraRows[index - made] ?? madeRow(index),
    rowById: apiId =>
      madeRowOf(placeOfId(apiId)) ?? extraRows.find(row => row.api?.api_id === apiId),
    apiByPath: path =>
      madeRowOf(placeOfPath(path.split('/')[1] ?? ''))?.api ??
      extraRows.find(({api}) => api !== undefined && isUnder(path, api.proxy.listen_path))?.api,
    policyById: (id, owner) =>
      readPolicies.find(
        (policy): policy is PracticePolicy =>
          policy !== refused && idOf(policy) === id && policy.org_id === owner,
      ),
  };
};

/** Whole path segments count, as with strict routes: `/orders/` does not take `/orders-eu`. */
const isUnder = (path: string, listenPath: string): boolean =>
  listenPath !== '' &&
  `${path}/`.startsWith(listenPath.endsWith('/') ? listenPath : `${listenPath}/`);
