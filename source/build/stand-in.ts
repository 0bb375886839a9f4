import {fileURLToPath} from 'node:url';

/** The absolute path of a module in `stand-ins/`: code of ours that runs inside the bundle. */
export const standInPath = (name: string): string =>
  fileURLToPath(new URL(`stand-ins/${name}.ts`, import.meta.url));

/** The import line that gives a patched file one name of a stand-in. */
export const importStandIn = (exported: string, name: string): string =>
  `import {${exported}} from ${JSON.stringify(standInPath(name))};`;
