import type {PlainKey} from '../key/plain-key.ts';
import type {PoliciesRefusal} from '../key/policies-refusal.ts';

/** One sentence for the problem line, as data. Names in it come from a server, cleaned. */
export type Note =
  | {
      readonly kind: 'refused';
      readonly because: Extract<PlainKey, {kind: 'refused'}>['because'];
      readonly name: string;
    }
  | {readonly kind: 'noEffect'; readonly name: string}
  | {readonly kind: 'otherOrganisation'; readonly name: string}
  | {readonly kind: 'opensOnlyBase'; readonly name: string; readonly versions: readonly string[]}
  | {readonly kind: 'nothingChosen'}
  | {readonly kind: 'nothingHere'}
  | {readonly kind: 'notVersioned'}
  | {readonly kind: 'versionNeeded'}
  | {readonly kind: 'policiesRefused'; readonly refusal: PoliciesRefusal}
  | {readonly kind: 'expiryByPolicy'}
  | {readonly kind: 'idSent'; readonly id: string}
  | {readonly kind: 'idNotSent'}
  | {readonly kind: 'pressAgain'};
