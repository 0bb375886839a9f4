export type Environment = Readonly<Record<string, string | undefined>>;

export type Capabilities = {
  readonly symbols: 'unicode' | 'ascii';
  /** Colours as chalk counts them (`FORCE_COLOR`): none, 16, 256, all. */
  readonly colour: 0 | 1 | 2 | 3;
  /** It can't move the cursor, or does not say what it is: no screens here. */
  readonly isDumb: boolean;
};

/** What the environment says about the terminal. Nothing is asked of the terminal itself. */
export const readCapabilities = (environment: Environment): Capabilities => {
  const terminal = environment['TERM'] ?? '';
  const isDumb = terminal === '' || terminal === 'dumb';
  // The Linux console speaks UTF-8 and has glyphs for 256 characters, arrows and ticks not among them.
  const isUnicode = speaksUtf8(environment) && terminal !== 'linux';
  return {symbols: isUnicode ? 'unicode' : 'ascii', colour: colourOf(environment, isDumb), isDumb};
};

/** The first of the three that is set and not empty decides, as in every C library. */
const speaksUtf8 = (environment: Environment): boolean => {
  const names = ['LC_ALL', 'LC_CTYPE', 'LANG'];
  const locale = names.map(name => environment[name] ?? '').find(value => value !== '') ?? '';
  // Without a pattern: the first one that ignores case costs milliseconds at every start.
  return locale.toLowerCase().replace('utf-8', 'utf8').includes('utf8');
};

const colourOf = (environment: Environment, isDumb: boolean): Capabilities['colour'] => {
  if (isDumb || (environment['NO_COLOR'] ?? '') !== '') {
    return 0;
  }
  if (/^(?:truecolor|24bit)$/i.test(environment['COLORTERM'] ?? '')) {
    return 3;
  }
  return /256/.test(environment['TERM'] ?? '') ? 2 : 1;
};
