import {generatedSeed, indexInPath, mixed} from './generated.ts';
import {handmade} from './handmade.ts';
import type {ApiSeed, PlacedSeed} from './seed.ts';

export const organisation = '64b0f1c2d3e4a50001b7c8d9';
export const otherOrganisation = '6512ab90c3d4e50001f6a7b8';

/** Made by hand as far as they go, then generated. */
export const placedSeed = (index: number): PlacedSeed => {
  const seed = seedAt(index);
  return {
    ...seed,
    apiId: apiIdAt(index),
    databaseId: hex(index, 11) + hex(index, 12) + hex(index, 13),
    organisation: seed.ofOtherOrganisation === true ? otherOrganisation : organisation,
    createdAt: new Date((NEWEST - index * BETWEEN) * 1000).toISOString().replace('.000', ''),
    sisterIds: Object.fromEntries(
      Object.entries(seed.sisters ?? {}).map(([version, path]) => [version, apiIdOfPath(path)]),
    ),
  };
};

export const seedAt = (index: number): ApiSeed => handmade[index] ?? generatedSeed(index);

/** The id of the handmade API with this listen path; of one that does not exist where there is none. */
export const apiIdOfPath = (path: string): string => apiIdAt(handmadePlaces.get(path) ?? 2 ** 31);

/** The place that an API id was made for: no table of 100,000 ids has to be kept. */
export const placeOfId = (apiId: string): number | undefined => {
  const place = (parseInt(apiId.slice(-8), 16) ^ PLACE_MASK) >>> 0;
  return apiIdAt(place) === apiId ? place : undefined;
};

/** The place whose listen path is `/<path>/`. */
export const placeOfPath = (path: string): number | undefined => {
  const place = handmadePlaces.get(path) ?? indexInPath(path);
  return place !== undefined && seedAt(place).path === path ? place : undefined;
};

const PLACE_MASK = 0x5c3a96f1;
/** Unix seconds: the youngest API, and how far apart they were made. */
const NEWEST = Date.UTC(2026, 7, 20, 9, 30) / 1000;
const BETWEEN = 2203;

const apiIdAt = (index: number): string =>
  hex(index, 21) +
  hex(index, 22) +
  hex(index, 23) +
  ((index ^ PLACE_MASK) >>> 0).toString(16).padStart(8, '0');

const hex = (index: number, salt: number): string =>
  mixed(index, salt).toString(16).padStart(8, '0');

const handmadePlaces: ReadonlyMap<string, number> = new Map(
  handmade.map((seed, index) => [seed.path, index]),
);
