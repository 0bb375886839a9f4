export const productName = 'tykey';
export const practiceMark = 'practice';
export const stepNames = {
  connect: 'Connect',
  access: 'Access',
  configure: 'Configure',
  review: 'Review',
} as const;
export const titles = {
  creating: 'Creating',
  created: 'Key created',
  notCreated: 'Not created',
  unknown: 'Outcome unknown',
} as const;
export const helpTitle = 'Keys of this screen';
export const tooSmall = 'tykey needs 40 columns and 12 rows. Enlarge the window; nothing is lost.';
