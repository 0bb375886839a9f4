import type {Edit, Patch} from '../patch.ts';
import {importStandIn} from '../stand-in.ts';

const segmenterImport = importStandIn('GraphemeSegmenter', 'graphemes');
const emojiImport = importStandIn('RgiEmoji', 'rgi-emoji');

const segmenter = (found: string): Edit => ({
  find: `new Intl.Segmenter(${found})`,
  replace: 'new GraphemeSegmenter()',
  times: 1,
});

const segmenterPatch = (file: string, found: string): Patch => ({
  file,
  imports: [segmenterImport],
  edits: [segmenter(found)],
});

/** Text measuring: what is heavy to make is made for the first text that needs it. */
export const textPatches: readonly Patch[] = [
  {
    file: 'string-width/index.js',
    imports: [segmenterImport, emojiImport],
    edits: [
      segmenter(''),
      {find: String.raw`/^\p{RGI_Emoji}$/v`, replace: 'new RgiEmoji()', times: 1},
    ],
  },
  segmenterPatch('wrap-ansi/index.js', ''),
  segmenterPatch('cli-truncate/index.js', ''),
  segmenterPatch('slice-ansi/tokenize-ansi.js', "undefined, {granularity: 'grapheme'}"),
  segmenterPatch('ink/build/line-update.js', "undefined, { granularity: 'grapheme' }"),
  segmenterPatch(
    '@alcalzone/ansi-tokenize/build/tokenize.js',
    'undefined, { granularity: "grapheme" }',
  ),
];
