import type {Plugin} from 'esbuild';

/* undici's own names and the file behind each. A name that the client starts to use is a row here. */
const parts = {
  Agent: 'dispatcher/agent.js',
  Client: 'dispatcher/client.js',
  Dispatcher: 'dispatcher/dispatcher.js',
  EnvHttpProxyAgent: 'dispatcher/env-http-proxy-agent.js',
  Pool: 'dispatcher/pool.js',
  ProxyAgent: 'dispatcher/proxy-agent.js',
  buildConnector: 'core/connect.js',
  errors: 'core/errors.js',
} as const;

const namespace = 'undici-parts';

/**
 * Bundles of undici what sends a request: without its fetch, sockets, caches and mocks it is half
 * the size and loads in a third of the time, and warns of nothing experimental.
 * Importing a name that is not listed is an error of the build. A dynamic import of undici itself
 * is one too, as its names could not be checked: import a module that imports undici.
 */
export const undiciPartsPlugin: Plugin = {
  name: namespace,
  setup(build) {
    build.onResolve({filter: /^undici$/}, ({kind, resolveDir}) =>
      kind === 'import-statement'
        ? {path: 'undici', namespace, pluginData: resolveDir}
        : {errors: [{text: `undici by ${kind}: import its names in a module loaded later`}]},
    );
    build.onLoad({filter: /.*/, namespace}, ({pluginData}) => ({
      contents: facade(),
      // Set as text in onResolve above; esbuild types what it carries as any.
      resolveDir: String(pluginData),
      loader: 'js',
    }));
  },
};

/* As undici's index does, the calls (request, stream, ...) become methods of every dispatcher. */
const facade = (): string =>
  [
    "import api from 'undici/lib/api/index.js';",
    ...Object.entries(parts).map(([name, file]) => `import ${name} from 'undici/lib/${file}';`),
    'Object.assign(Dispatcher.prototype, api);',
    `export {${Object.keys(parts).join(', ')}};`,
  ].join('\n');
