import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';

export type Upstream = {readonly url: string; readonly close: () => Promise<void>};

/** What stands behind all APIs: says what it was asked, but not with which key. */
export const startUpstream = async (): Promise<Upstream> => {
  const server = createServer(({method, url}, response) => {
    response
      .writeHead(200, {'content-type': 'application/json'})
      .end(JSON.stringify({upstream: true, method, path: url}));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address with a port; the other two shapes are those of pipes and closed ones.
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};
