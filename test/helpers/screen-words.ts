import {wayItems} from '../../source/text/choose.ts';

/*
 * The words by which tests know what they see: every word of the product that a test in a pty looks for
 * stands here once. They are compared with all blanks and line ends taken as one blank.
 */

/** One phrase that no other screen has. */
export const screens = {
  connect: 'TYK_AUTH in the environment',
  way: 'What shall the key open',
  apis: 'grouped',
  policies: 'by name or policy id',
  grouping: 'Group the APIs by',
  filter: 'any of the marked types',
  versions: 'Versions of',
  form: 'Detailed logging',
  expiry: 'When does the key end',
  ownExpiry: 'A duration:',
  never: 'Type never',
  metadata: 'Names and values that',
  limits: "The key's own limits",
  review: 'One request is sent',
  request: 'The request, as',
  creating: 'Creating the key',
  notCreated: 'No key was created. Everything',
  unknown: 'Outcome unknown',
  created: 'shown again: save it now',
  leave: 'Back to the key',
  help: 'Keys of this screen',
  tooSmall: 'Enlarge the window',
} as const;

export type ScreenName = keyof typeof screens;

/** Rows with a cursor of their own, by their first words. */
export const rows = {
  byApi: wayItems[0].label,
  byPolicy: wayItems[1].label,
  alias: 'Alias',
  expires: 'Expires',
  tags: 'Tags',
  metadata: 'Metadata',
  limits: 'Limits',
  review: 'Review',
  ownExpiry: 'Own duration or date',
  never: 'Do not expire',
  create: 'Create the key',
  credential: 'Credential',
  consent: 'Unencrypted',
  toForm: 'Change the configuration',
  leave: 'Leave',
  backToKey: 'Back to the key',
  revoke: 'Revoke it and leave',
  leaveAlive: 'Leave it alive',
} as const;

/** What is said at a moment, or about something. */
export const says = {
  help: 'F1 help',
  loading: 'Loading',
  pressAgain: 'Press it again',
  hidden: 'Hidden. r shows it',
  needsRoom: 'The key needs more room',
  pasted: 'Pasted it, and is it right',
  sentToTerminal: 'Sent to your terminal',
  sentThroughTmux: 'Sent to your terminal (tmux)',
  sentThroughScreen: 'Sent to your terminal (through screen)',
  givenToCommand: 'Given to your clipboard command',
  noClipboard: 'The clipboard could not be reached',
  mayExist: 'A key may exist',
  mayBeTwo: 'An earlier request may have made a key already',
  waitingToLeave: 'Ctrl+C again leaves now',
  everythingKept: 'Everything you chose is still here',
  notRevoked: 'The key was not revoked',
  takesTokens: 'it takes JSON Web Tokens',
  serverClock: "The server's clock is 2 hours",
  keyNeverShown: 'key never shown',
  revokedAgain: 'revoked again',
  created: 'created',
  cancelled: 'Cancelled. No key was created.',
  notAuthorised: 'Not authorised. No key was created.',
  notCreated: 'No key was created.',
  outcomeUnknown: 'Outcome unknown: a key',
  emptyList: 'lists no API for',
  credentialUnknown: 'does not know this credential',
  credentialThere: 'something was typed',
  userMayNot: 'The credential is valid',
  pointsTo: 'and points to',
  notAsTyk: 'but not as Tyk does',
  cut: 'was cut',
  inClear: 'would travel in clear',
  privateCa: 'comes from a CA that this machine does not know',
  gatewayDown: 'could not reach its gateway',
  practice: 'practice',
  noKeyboard: 'standard input is not a terminal',
  noScreen: 'standard output is not one',
  dumb: 'TERM is empty or dumb',
  noSecretInArguments: 'arguments are visible',
  opensIt: '200, as it should be: the key opens it',
  opensNotIt: '403, as it should be: the key does not open it',
} as const;
