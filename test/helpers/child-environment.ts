/* What the machine or the person running the tests has set, and the program under test must not see. */
const hidden =
  /^(?:CI|CONTINUOUS_INTEGRATION|NO_COLOR|FORCE_COLOR|DEV|DEBUG|NODE_ENV|NODE_DEBUG|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|SSL_CERT_.*|TMUX.*|STY|WINDOW|SSH_.*|MOSH_.*|LC_.*|LANGUAGE|COLORTERM|COLUMNS|LINES|TERM_PROGRAM.*|(?:HTTPS?|NO|ALL)_PROXY|TYK.*|VITEST.*|npm_.*)$/i;

/** Values that are added to the child's environment; undefined takes one away. */
export type Overrides = Readonly<Record<string, string | undefined>>;

/** The environment of a plain terminal session: this process's own less what is particular to it. */
export const childEnvironment = (overrides: Overrides = {}): Record<string, string> => {
  const inherited = Object.entries(process.env).filter(([name]) => !hidden.test(name));
  const wanted: Overrides = {
    ...Object.fromEntries(inherited),
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    ...overrides,
  };
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
};
