import {osc52, screenOsc52} from './clipboard-bytes.ts';
import type {ClipboardRoute} from './clipboard-plan.ts';
import type {RunCommand} from './run-command.ts';

/**
 * What was done, which is all that can be known: no terminal says whether its clipboard took the text.
 * `failed`: nobody has it. `none`: there is no way from here.
 */
export type CopyOutcome =
  'sentTmux' | 'sentScreen' | 'sentTerminal' | 'commandDone' | 'failed' | 'none';

export type CopyParameters = {
  readonly route: ClipboardRoute;
  /** Writes to the terminal between two frames, at once. */
  readonly write: (bytes: string) => void;
  readonly run: RunCommand;
  /** A name of tmux's buffer that nobody else has; it lives for a moment. */
  readonly bufferName: string;
};

/** Sends one line of printable ASCII on its way. Anything else could act when it is pasted: `failed`. */
export const copyText = async (text: string, parameters: CopyParameters): Promise<CopyOutcome> => {
  const {route, write, run} = parameters;
  if (!/^[ -~]+$/.test(text)) {
    return 'failed';
  }
  switch (route.kind) {
    case 'command': {
      const {code} = await run('sh', ['-c', route.command], text);
      return code === 0 ? 'commandDone' : 'failed';
    }
    case 'tmux':
      return copyThroughTmux(text, parameters);
    case 'screen':
      write(screenOsc52(text));
      return 'sentScreen';
    case 'terminal':
      write(osc52(text));
      return 'sentTerminal';
    case 'none':
      return 'none';
  }
};

/** The text goes in on stdin: arguments are visible to everybody on the host. Needs tmux 3.2. */
const copyThroughTmux = async (
  text: string,
  {run, bufferName}: CopyParameters,
): Promise<CopyOutcome> => {
  const features = await run('tmux', ['display-message', '-p', '#{client_termfeatures}'], '');
  if (!features.output.includes('clipboard')) {
    // tmux would keep the text for itself and say nothing.
    return 'failed';
  }
  const loaded = await run('tmux', ['load-buffer', '-w', '-b', bufferName, '-'], text);
  await run('tmux', ['delete-buffer', '-b', bufferName], '');
  return loaded.code === 0 ? 'sentTmux' : 'failed';
};
