import {bundlePath} from '../helpers/bundle.ts';
import {openTerminal, type Terminal} from '../helpers/terminal.ts';

/** What stands on the first screen when it is painted. */
export const firstFrame = /tykey/;

/* From the first screen to the API list, and how the list looks when all of it is there. */
const walkToList = [{sees: /APIs/, presses: ['enter']}] as const;
const listIsThere = (apis: number): RegExp => new RegExp(`\\b${apis.toLocaleString('en-US')}\\b`);

/** The built program in practice mode, at 80x24. */
export const openDemo = (apis: number): Terminal =>
  openTerminal({
    command: process.execPath,
    args: [bundlePath, '--demo', '--demo-apis', String(apis)],
  });

/** The same, with the whole API list on the screen. */
export const openDemoList = async (apis: number): Promise<Terminal> => {
  const terminal = openDemo(apis);
  for (const {sees, presses} of walkToList) {
    await terminal.waitFor(sees);
    terminal.press(...presses);
  }
  await terminal.waitFor(listIsThere(apis), {timeoutMs: 120_000});
  return terminal;
};
