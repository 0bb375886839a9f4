import type {PracticeAuth} from './api.ts';
import type {PlacedSeed} from './seed.ts';

type Members = Readonly<Record<string, unknown>>;

/** The OAS document with Tyk's extension, as a Dashboard adds it to the list item (tyk-facts 1.3). */
export const oasDocument = (seed: PlacedSeed): Members => ({
  openapi: '3.0.3',
  info: {title: seed.name, version: '1.0.0', description: `${seed.name} of Brightwater Trading.`},
  servers: [{url: `https://api.brightwater.example/${seed.path}/`}],
  paths: {
    '/': {get: operation('list'), post: operation('create')},
    '/{id}': {get: operation('read'), put: operation('replace'), delete: operation('remove')},
    '/{id}/items': {get: operation('listItems')},
  },
  components: {securitySchemes: Object.fromEntries(schemes(seed))},
  security: schemes(seed).map(([name]) => ({[name]: []})),
  'x-tyk-api-gateway': {
    info: {
      id: seed.apiId,
      dbId: seed.databaseId,
      orgId: seed.organisation,
      name: seed.name,
      state: {active: seed.inactive !== true, internal: seed.internal === true},
      ...versioning(seed),
    },
    upstream: {url: `http://${seed.path}.svc.brightwater.internal:8080/`},
    server: {
      listenPath: {value: `/${seed.path}/`, strip: true},
      ...(seed.auth.includes('keyless') ? {} : {authentication: authentication(seed)}),
    },
  },
});

const operation = (id: string): Members => ({
  operationId: id,
  parameters: [{name: 'fields', in: 'query', required: false, schema: {type: 'string'}}],
  responses: {'200': {description: 'OK'}, '404': {description: 'Not found'}},
});

const versioning = (seed: PlacedSeed): Members =>
  seed.sisters === undefined
    ? {}
    : {
        versioning: {
          enabled: true,
          name: 'v1',
          default: 'v1',
          key: 'x-api-version',
          location: 'header',
          versions: Object.entries(seed.sisterIds).map(([name, id]) => ({name, id})),
        },
      };

const schemes = (seed: PlacedSeed): readonly (readonly [string, Members])[] =>
  seed.auth.flatMap(auth => {
    const scheme = auth === 'keyless' ? undefined : schemeOf(auth, seed.keyIn?.header);
    return scheme === undefined ? [] : [[auth, scheme] as const];
  });

/** Only these four have a scheme in the OpenAPI part; the others are members of Tyk's own. */
const schemeOf = (auth: PracticeAuth, header = 'Authorization'): Members | undefined => {
  switch (auth) {
    case 'authToken':
      return {type: 'apiKey', in: 'header', name: header};
    case 'basic':
      return {type: 'http', scheme: 'basic'};
    case 'jwt':
      return {type: 'http', scheme: 'bearer', bearerFormat: 'JWT'};
    case 'oauth':
      return {type: 'oauth2', flows: {}};
    case 'hmac':
    case 'oidc':
    case 'mutualTls':
    case 'custom':
    case 'externalOauth':
      return undefined;
  }
};

const authentication = (seed: PlacedSeed): Members => ({
  enabled: true,
  ...(seed.oas?.oneAuthIsEnough === true ? {securityProcessingMode: 'compliant'} : {}),
  ...(seed.sessionFrom === undefined ? {} : {baseIdentityProvider: seed.sessionFrom}),
  securitySchemes: Object.fromEntries(schemes(seed).map(([name]) => [name, {enabled: true}])),
});
