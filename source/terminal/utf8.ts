import {Buffer} from 'node:buffer';

export type Decoded = {
  readonly text: string;
  /** At most 3 bytes: the start of a character whose other bytes have not arrived. */
  readonly rest: Uint8Array;
};

export const noBytes: Uint8Array = new Uint8Array(0);

/** Decodes what is complete. Invalid bytes become U+FFFD, the same wherever the reads were cut. */
export const decodeUtf8 = (carried: Uint8Array, chunk: Uint8Array): Decoded => {
  const bytes = Buffer.concat([carried, chunk]);
  const end = bytes.length - unfinishedBytes(bytes);
  return {text: bytes.toString('utf8', 0, end), rest: bytes.subarray(end)};
};

const unfinishedBytes = (bytes: Uint8Array): number => {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes[bytes.length - back];
    if (byte === undefined) {
      return 0;
    }
    if (!isContinuation(byte)) {
      return announcedLength(byte) > back ? back : 0;
    }
  }
  return 0;
};

const isContinuation = (byte: number): boolean => byte >= 0x80 && byte <= 0xbf;

const announcedLength = (lead: number): number => {
  if (lead >= 0xc2 && lead <= 0xdf) {
    return 2;
  }
  if (lead >= 0xe0 && lead <= 0xef) {
    return 3;
  }
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
};
