/** Stands for a character that would act on a terminal or hide from a reader. */
const REPLACEMENT = '\uFFFD';
/** Carries an accent that has no letter, which would otherwise sit on the frame before it. */
const DOTTED_CIRCLE = '\u25CC';
const ELLIPSIS = '…';

const LONGEST_TYPED = 10_000;
/** UTF-16 units looked at for each character kept: a letter with all its marks, and some waste. */
const UNITS_PER_CHARACTER = 8;

const plainAscii = /^[\x20-\x7E]*$/;
/** Tabs and everything that Unicode calls a line break. */
const BREAKS = '\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029';

/**
 * Text of a stranger (a server, an error, a header), safe to put on a terminal row: control, format, bidi,
 * private-use and default-ignorable characters and halves of pairs become a visible U+FFFD, a tab or line
 * break a blank; at most 4 combining marks in a row; NFC; emoji sequences fall apart into their emoji.
 * At most `maxLength` code points, the last one then being `…`. Applying it twice changes nothing.
 */
export const clean = (text: string, maxLength = 1000): string => {
  if (text.length <= maxLength && plainAscii.test(text)) return text;
  const looked = text.slice(0, maxLength * UNITS_PER_CHARACTER);
  const shown = looked
    .replace(patterns().lineBreak, ' ')
    .replace(patterns().emojiGlue, '')
    .replace(patterns().dangerous, REPLACEMENT);
  const composed = compose(shown).replace(patterns().leadingMark, DOTTED_CIRCLE);
  const characters = Array.from(composed);
  if (looked === text && characters.length <= maxLength) return composed;
  return [...characters.slice(0, Math.max(0, maxLength - 1)), ELLIPSIS]
    .slice(0, maxLength)
    .join('');
};

/**
 * What a person types or pastes into a field of one line: what can't be seen is dropped (control, format,
 * bidi, default-ignorable characters), other strangers become U+FFFD; line breaks and tabs vanish at both
 * ends and are one blank inside; marks and NFC as in `clean`. Cut, without a sign, at 10,000 code points.
 */
export const cleanTyped = (text: string): string => {
  if (text.length <= LONGEST_TYPED && plainAscii.test(text)) return text;
  const looked = text.slice(0, LONGEST_TYPED * UNITS_PER_CHARACTER);
  const line = looked
    .replace(patterns().outerBreaks, '')
    .replace(patterns().innerBreaks, ' ')
    .replace(patterns().invisible, '')
    .replace(patterns().dangerous, REPLACEMENT);
  return Array.from(compose(line)).slice(0, LONGEST_TYPED).join('');
};

const compose = (text: string): string =>
  text.normalize('NFC').replace(patterns().tooManyMarks, '$<marks>');

let compiled: ReturnType<typeof compilePatterns> | undefined;

/** Compiled on first need: `\p{…}` costs milliseconds that a start with plain names never has to pay. */
const patterns = () => (compiled ??= compilePatterns());

const compilePatterns = () => {
  const invisible = '\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}';
  const emoji = '\\p{Extended_Pictographic}';
  return {
    lineBreak: new RegExp(`\\r\\n|[${BREAKS}]`, 'gu'),
    outerBreaks: new RegExp(`^[${BREAKS}]+|(?<![${BREAKS}])[${BREAKS}]+$`, 'gu'),
    innerBreaks: new RegExp(`[${BREAKS}][${BREAKS} ]*`, 'gu'),
    invisible: new RegExp(`[${invisible}]`, 'gu'),
    dangerous: new RegExp(`[${invisible}\\p{Co}\\p{Cs}\\p{Noncharacter_Code_Point}]`, 'gu'),
    // Joiners and variation selectors where an emoji expects them: without them the emoji stand side by side.
    emojiGlue: new RegExp(
      `(?<=[${emoji}\\p{Emoji_Modifier}]\\uFE0F?)\\u200D(?=${emoji})|(?<=${emoji})[\\uFE0E\\uFE0F]|\\uFE0F(?=\\u20E3)`,
      'gu',
    ),
    tooManyMarks: new RegExp('(?<marks>\\p{M}{4})\\p{M}+', 'gu'),
    leadingMark: new RegExp('^(?=\\p{M})', 'u'),
  };
};
