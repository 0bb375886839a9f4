import {clean} from '../../key/clean.ts';

/** A JSON object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const none: Fields = {};

/** Anything that is no object (`null`, missing, garbage) is an object without members. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : none);

/** Anything that is no list is an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** As the server sent it; only for what is taken apart before it is cleaned. */
export const rawText = (value: unknown): string => (typeof value === 'string' ? value : '');

export const textOf = (value: unknown): string => clean(rawText(value));

export const textsOf = (value: unknown): readonly string[] =>
  listOf(value)
    .map(textOf)
    .filter(text => text !== '');

/** An identifier that will be sent back: one that cleaning would change names something else. */
export const identifierOf = (value: unknown): string | undefined => {
  const text = rawText(value);
  return text !== '' && clean(text) === text ? text : undefined;
};

export const numberOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0;
