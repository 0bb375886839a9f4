export const titles = {dashboard: 'Tyk Dashboard', gateway: 'Tyk Gateway'} as const;
export const urlLabel = 'URL';
export const urlPlaceholders = {
  dashboard: 'https://dashboard.example.com',
  gateway: 'https://gateway.example.com:8080',
} as const;
export const credentialLabels = {dashboard: 'Credential', gateway: 'Secret'} as const;
export const credentialEmpty = '(hidden; paste it here)';
export const credentialThere = '(hidden; something was typed)';
export const credentialMissing = 'Paste the credential. Nothing of it is shown.';
export const consentLabel = 'Unencrypted';
export const consentPlaceholder = 'type http to go on without encryption';
export const consentMissing =
  'This URL is http://: the credential and the new key would travel in clear. Type http to accept that.';
export const connecting = (host: string): string => `Asking ${host} for its APIs.`;
export const whereToFind = {
  dashboard: [
    'The credential is your "Tyk Dashboard API Access Credentials":',
    'Dashboard, Users, Edit (your user). It is kept in memory only.',
    'TYK_URL and TYK_AUTH in the environment skip this screen.',
  ],
  gateway: [
    'The secret is "secret" in the tyk.conf of the gateway (its control API).',
    'It has full power over all organisations and is kept in memory only.',
    'TYK_URL and TYK_GW_SECRET in the environment skip this screen.',
  ],
} as const;
