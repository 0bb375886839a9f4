export const keyFor = (names: readonly string[]): string => `Key for ${names.join(', ')}`;
export const keyOfPolicies = (names: readonly string[]): string =>
  `Key of the ${names.length === 1 ? 'policy' : 'policies'} ${names.join(', ')}`;

export const labels = {
  logging: 'Detailed logging',
  organisation: 'Organisation',
  alias: 'Alias',
  expires: 'Expires',
  tags: 'Tags',
  metadata: 'Metadata',
  limits: 'Limits',
  review: 'Review',
} as const;

/** What each field is for, in a line. */
export const purposes = {
  logging: 'stores whole calls in analytics',
  organisation: 'the org_id the key belongs to',
  alias: 'the name people will know it by',
  expires: 'when the key stops working',
  tags: 'filter analytics; case-sensitive',
  metadata: 'for middleware, e.g. a user id',
  limits: 'how much the key may ask for',
  review: 'look at everything, then create',
} as const;

export const onOff = (on: boolean): string => (on ? 'on' : 'off');
export const aliasPlaceholder = 'required';
export const organisationPlaceholder = 'required';
export const tagsPlaceholder = 'none; commas between';
export const expiresPlaceholder = 'choose';
export const noMetadata = 'none';
export const tagTwice = (tags: readonly string[]): string =>
  `named twice, sent once: ${tags.join(', ')}`;
export const limitsUnfinished = 'a number is missing or makes no sense';
export const ownLimits = 'policies decide what they govern';

export const expiryTitle = 'When does the key end?';
export const ownExpiryItem = 'Own duration or date';
export const neverItem = 'Do not expire';

export const ownExpiryTitle = 'Own duration or date';
export const ownExpiryLabel = 'Expires';
export const ownExpiryPlaceholder = '90d';
export const ownExpiryHelp = [
  'A duration: 5h,34m,30s or 90d or 2w or 3mo (months are calendar months).',
  'Or a date: 2027-01-31, 2027-01-31 18:00, with Z, UTC or +01:00 (else UTC).',
  'A date alone means until the end of that day.',
] as const;
export const endsAt = (when: string): string => `ends ${when}`;

export const neverTitle = 'A key that never ends';
export const neverHelp = [
  'It works until somebody revokes it. If it leaks, it stays good for whoever has it.',
  'Keys with an end can be replaced before they end; most teams choose 3 to 12 months.',
] as const;
export const neverLabel = 'Type never';
export const neverRefused = 'Type the word never, or go back and choose an end.';

export const metadataTitle = 'Metadata';
export const metadataHelp =
  'Names and values that middleware can read. Enter on the empty name goes on.';
export const metadataName = 'Name';
export const metadataValue = 'Value';
export const metadataNamePlaceholder = 'e.g. owner';
