// Node's types leave WebAssembly to the browser's library, which this project does not take in.
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => WasmInstance;
};

type WasmInstance = {readonly exports: object};

/** What Emscripten's loader takes, and turns into the running module. The build adds `address`. */
type YogaModule = {
  readonly instantiateWasm: (
    imports: object,
    done: (instance: WasmInstance) => void,
    address: string,
  ) => object;
};

/**
 * Starts Yoga in this turn. Its own loader fetches a `data:` address, which drags in Node's whole
 * fetch, and is awaited at the top level, which a CommonJS file cannot do.
 * Throws when the loader did not take the synchronous way.
 */
export const startYoga = (load: (module: YogaModule) => unknown): YogaModule => {
  const progress = {started: false};
  const module: YogaModule = {
    instantiateWasm(imports, done, address) {
      const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
      const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports);
      done(instance);
      progress.started = true;
      return instance.exports;
    },
  };
  load(module);
  if (!progress.started) throw new Error('Yoga did not start synchronously');
  return module;
};
