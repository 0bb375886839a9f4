import type {Zone} from '../key/calendar.ts';
import {instantWords} from './when.ts';

export const storedExpires = (unixSeconds: number, zone: Zone): string =>
  unixSeconds <= 0 ? 'never expires' : `expires ${instantWords(unixSeconds, zone)}`;
export const storedAlias = (alias: string): string => `the alias is "${alias}"`;
export const storedDisabled = 'the key is disabled';
export const storedRate = (rate: number, per: number): string =>
  rate <= 0 || per <= 0 ? 'no rate limit' : `${rate} requests in ${per} s`;
export const storedLogging = (on: boolean): string => `detailed logging is ${on ? 'on' : 'off'}`;
export const storedTags = (tags: readonly string[]): string =>
  tags.length === 0 ? 'no tags' : `tags ${tags.join(', ')}`;
export const storedApis = (count: number): string => `opens ${count} APIs`;
export const storedMetadata = (name: string): string => `metadata ${name} differs`;
