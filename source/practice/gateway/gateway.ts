import type {Usage} from '../door/usage.ts';
import type {World} from '../keys/issue-key.ts';
import {type Asked, json, plain, type Reply} from '../wire/exchange.ts';
import {type Route, route} from '../wire/router.ts';
import {apiRoutes} from './api-routes.ts';
import {complaint} from './complaint.ts';
import {keyRoutes} from './key-routes.ts';

/**
 * The control API of an open-source gateway as 5.14 answers (gateway.md B-D); `undefined` where the
 * path is none of its own.
 */
export const createGateway = (
  world: World,
  usage: Usage,
  secret: string,
): ((asked: Asked) => Reply | undefined) => {
  const routes = [...apiRoutes(world), ...keyRoutes(world, usage)];
  const open: readonly Route[] = [
    ['GET', '/hello', () => health(world.now())],
    ['GET', '/ready', () => health(world.now())],
  ];
  return asked => {
    const healthy = route(open, asked);
    if (healthy.kind === 'handled') return healthy.reply;
    if (!asked.path.startsWith('/tyk/')) return undefined;
    if (asked.header('x-tyk-authorization') !== secret)
      return complaint(403, 'Attempted administrative access with invalid or missing key!');
    const found = route(routes, asked);
    switch (found.kind) {
      case 'handled':
        return found.reply;
      case 'otherMethod':
        return complaint(405, 'Method not supported');
      case 'nowhere':
        return plain(404, '404 page not found');
    }
  };
};

const health = (nowMs: number): Reply =>
  json(200, {
    status: 'pass',
    version: 'v5.14.0',
    description: 'Tyk GW',
    details: {
      redis: {
        status: 'pass',
        componentType: 'datastore',
        time: new Date(nowMs).toISOString().replace(/\.\d+/, ''),
      },
    },
  });
