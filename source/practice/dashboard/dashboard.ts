import type {World} from '../keys/issue-key.ts';
import type {Usage} from '../door/usage.ts';
import type {Asked, Reply} from '../wire/exchange.ts';
import {type Route, route} from '../wire/router.ts';
import {envelope} from './envelope.ts';
import {keyRoutes} from './key-routes.ts';
import {listRoutes} from './list-routes.ts';

export type Permissions = {
  readonly apis?: false;
  readonly keys?: false;
  readonly policies?: false;
};

/** The Dashboard's own API, as one user with one credential sees it. Everything but `/hello` asks for it. */
export const createDashboard = (
  world: World,
  usage: Usage,
  credential: string,
  permissions: Permissions,
): ((asked: Asked) => Reply) => {
  const routes = [...listRoutes(world), ...keyRoutes(world, usage)];
  return asked => {
    const hello = route([helloRoute], asked);
    if (hello.kind === 'handled') return hello.reply;
    if (asked.header('authorization') !== credential) return envelope(401, 'Not authorised');
    if (permissions[areaOf(asked.path)] === false)
      // Two blanks, as Tyk's own.
      return envelope(403, `access denied: You do not have permission to access  ${asked.path}`);
    const found = route(routes, asked);
    switch (found.kind) {
      case 'handled':
        return found.reply;
      case 'otherMethod':
        return envelope(405, 'Method not allowed');
      case 'nowhere':
        return envelope(404, 'Not found');
    }
  };
};

/** Its shape is not documented; it must only never say "Tyk GW". */
const helloRoute: Route = ['GET', '/hello', () => envelope(200, '')];

const areaOf = (path: string): keyof Permissions =>
  path.startsWith('/api/portal/policies')
    ? 'policies'
    : /^\/api\/(apis\/)?keys/.test(path)
      ? 'keys'
      : 'apis';
