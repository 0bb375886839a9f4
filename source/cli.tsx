#!/usr/bin/env node
import {main} from './main.ts';

// Warnings of Node itself (deprecations, TLS settings) would land in the middle of a frame.
process.removeAllListeners('warning');

void main(process).then(code => {
  process.exitCode = code;
  // Idle connections would keep the process for seconds. A terminal has taken all that was written to it.
  if (process.stdout.isTTY) process.exit();
});
