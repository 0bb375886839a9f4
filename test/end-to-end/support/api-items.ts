import {ok} from 'node:assert/strict';
import type {Practice} from '../../../source/practice/practice.ts';

type Item = {readonly api_definition: Readonly<Record<string, unknown>>};

/** The list item of Orders as the practice Dashboard gives it, under other names and ids. */
export const itemsNamed = async (
  {url, credential}: Practice,
  names: readonly string[],
): Promise<readonly unknown[]> => {
  const reply = await fetch(`${url}/api/apis?p=-1`, {headers: {authorization: credential}});
  // What our own practice server answers, of which only this much is used.
  const {apis} = (await reply.json()) as {readonly apis: readonly Item[]};
  const orders = apis.find(({api_definition}) =>
    String(api_definition['name']).startsWith('Orders'),
  );
  ok(orders);
  return names.map((name, at) => ({
    ...orders,
    api_definition: {
      ...orders.api_definition,
      ...(at === 0 ? {} : {api_id: at.toString(16).padStart(32, '0'), id: `id${at}`}),
      name,
    },
  }));
};
