import {build as bundled, type OnLoadResult, type Plugin} from 'esbuild';

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
export const undiciPartsPlugin: Plugin = undiciPlugin(resolveDir => ({
  contents: facade(),
  resolveDir,
  loader: 'js',
}));

/**
 * The same for a program that has a first frame to draw: undici is a text in it until it is needed.
 * V8 looks through every function of a file at the start, through a text it only runs.
 */
export const undiciTextPlugin: Plugin = undiciPlugin(async resolveDir => {
  const {outputFiles} = await bundled({
    stdin: {contents: facade(), resolveDir, loader: 'js'},
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    define: {'process.env.NODE_ENV': '"production"'},
    write: false,
    logLevel: 'silent',
  });
  const text = outputFiles.map(file => file.text).join('');
  return {
    contents: [
      `const text = ${JSON.stringify(text)};`,
      'const made = {exports: {}};',
      "new Function('require', 'module', 'exports', text)(require, made, made.exports);",
      `export const {${Object.keys(parts).join(', ')}} = made.exports;`,
    ].join('\n'),
    loader: 'js',
  };
});

function undiciPlugin(load: (resolveDir: string) => OnLoadResult | Promise<OnLoadResult>): Plugin {
  return {
    name: namespace,
    setup(build) {
      build.onResolve({filter: /^undici$/}, ({kind, resolveDir}) =>
        kind === 'import-statement'
          ? {path: 'undici', namespace, pluginData: resolveDir}
          : {errors: [{text: `undici by ${kind}: import its names in a module loaded later`}]},
      );
      // Set as text in onResolve above; esbuild types what it carries as any.
      build.onLoad({filter: /.*/, namespace}, ({pluginData}) => load(String(pluginData)));
    },
  };
}

/* As undici's index does, the calls (request, stream, ...) become methods of every dispatcher. */
const facade = (): string =>
  [
    "import api from 'undici/lib/api/index.js';",
    ...Object.entries(parts).map(([name, file]) => `import ${name} from 'undici/lib/${file}';`),
    'Object.assign(Dispatcher.prototype, api);',
    `export {${Object.keys(parts).join(', ')}};`,
  ].join('\n');
