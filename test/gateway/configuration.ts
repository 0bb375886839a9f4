import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {apiDefinitions, policies} from './estate.ts';

export type Place = {
  /** Must be there; everything is written into it. */
  readonly folder: string;
  readonly port: number;
  readonly redisPort: number;
  readonly upstream: string;
  readonly secret: string;
  readonly hashKeys: boolean;
};

/** Writes all that a gateway reads at its start; gives the name of its configuration file. */
export const writeConfiguration = async (place: Place): Promise<string> => {
  const files: Readonly<Record<string, unknown>> = {
    'tyk.conf': configuration(place),
    'policies/policies.json': policies,
    // Without a file of such a name the gateway panics.
    'templates/error.json': '{ "error": "{{.Message}}" }',
    ...Object.fromEntries(
      apiDefinitions(place.upstream).map((api, index) => [`apps/${index}.json`, api]),
    ),
  };
  for (const folder of ['apps', 'policies', 'templates', 'middleware'])
    await mkdir(path.join(place.folder, folder), {recursive: true});
  for (const [name, content] of Object.entries(files))
    await writeFile(
      path.join(place.folder, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  return 'tyk.conf';
};

const configuration = ({port, redisPort, secret, hashKeys}: Place) => ({
  listen_address: '127.0.0.1',
  listen_port: port,
  secret,
  node_secret: secret,
  template_path: './templates',
  app_path: './apps',
  middleware_path: './middleware',
  use_db_app_configs: false,
  storage: {
    type: 'redis',
    host: '127.0.0.1',
    port: redisPort,
    database: 0,
    optimisation_max_idle: 20,
    optimisation_max_active: 40,
  },
  policies: {
    policy_source: 'file',
    policy_record_name: './policies/policies.json',
    allow_explicit_policy_id: true,
  },
  hash_keys: hashKeys,
  hash_key_function: 'murmur64',
  enable_hashed_keys_listing: true,
  allow_master_keys: false,
  enable_analytics: false,
  health_check_endpoint_name: 'hello',
  pid_file_location: './tyk-gateway.pid',
  // With the cache a revoked key works for some seconds more.
  local_session_cache: {disable_cached_session_state: true},
  // The other limiter of 4.0.3 lets five calls through where two are allowed.
  enable_redis_rolling_limiter: true,
  http_server_options: {enable_strict_routes: true},
});
