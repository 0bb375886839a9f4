/** The few control sequences this room writes, by what they do. All are ECMA-48 or xterm's. */
export const ESC = '\u001B';
export const BEL = '\u0007';

/** The end of synchronised output: Ink puts each frame into such a block, and the terminal paints it at once. */
export const endUpdate = `${ESC}[?2026l`;

export const enterAlternateScreen = `${ESC}[?1049h`;
export const leaveAlternateScreen = `${ESC}[?1049l`;
export const showCursor = `${ESC}[?25h`;
export const pasteMarksOn = `${ESC}[?2004h`;
export const pasteMarksOff = `${ESC}[?2004l`;
export const pasteStart = `${ESC}[200~`;
export const pasteEnd = `${ESC}[201~`;

export const saveCursor = `${ESC}7`;
export const restoreCursor = `${ESC}8`;
export const plainStyle = `${ESC}[0m`;
export const wrapOn = `${ESC}[?7h`;
export const wrapOff = `${ESC}[?7l`;
export const home = `${ESC}[H`;
export const eraseLine = `${ESC}[2K`;
export const eraseBelow = `${ESC}[J`;
export const eraseScreen = `${ESC}[2J`;

/** `row` and `column` count from 0; terminals count from 1 and clamp what is too large. */
export const moveTo = (row: number, column = 0): string => `${ESC}[${row + 1};${column + 1}H`;
export const lastRow = moveTo(998);
