import {Buffer} from 'node:buffer';
import {BEL, ESC} from './control-bytes.ts';

/** xterm's OSC 52 for the clipboard. mosh takes only this form: `52;c;` and BEL at the end. */
export const osc52 = (text: string): string =>
  `${ESC}]52;c;${Buffer.from(text).toString('base64')}${BEL}`;

/** GNU screen drops a string of 768 bytes or more. In bytes, the wrapping included. */
export const longestScreenPiece = 700;

/** The same inside device control strings, which screen unwraps and passes on one after the other. */
export const screenOsc52 = (text: string): string => {
  const bytes = osc52(text);
  const start = `${ESC}P`;
  const end = `${ESC}\\`;
  const step = longestScreenPiece - start.length - end.length;
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += step) {
    pieces.push(start + bytes.slice(at, at + step) + end);
  }
  return pieces.join('');
};
