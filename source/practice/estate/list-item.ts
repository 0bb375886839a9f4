import {classicDefinition} from './definition.ts';
import {oasDocument} from './oas-document.ts';
import type {PlacedSeed} from './seed.ts';

/** An API as `GET /api/apis` of a Dashboard lists it (tyk-facts 1.1). */
export const listItem = (seed: PlacedSeed): Readonly<Record<string, unknown>> => ({
  created_at: seed.createdAt,
  updated_at: seed.createdAt,
  api_model: {},
  api_definition: classicDefinition(seed),
  ...(seed.old === true
    ? {hook_references: null}
    : {
        hook_references: [],
        is_site: false,
        sort_by: 0,
        user_owners: [],
        user_group_owners: [],
      }),
  ...(seed.oas === undefined ? {} : {oas: oasDocument(seed), categories: seed.oas.categories}),
});
