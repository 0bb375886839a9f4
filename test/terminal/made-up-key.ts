const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/';

/** Looks like a key, is the same each time, and does not repeat itself. */
export const keyOfLength = (length: number): string => {
  let seed = 7;
  return Array.from({length}, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return alphabet.charAt((seed >>> 16) % alphabet.length);
  }).join('');
};

/** Every run of eight characters of a key: if none of them is there, nothing worth having is. */
export const piecesOf = (key: string): readonly string[] =>
  Array.from({length: key.length - 7}, (_, at) => key.slice(at, at + 8));
