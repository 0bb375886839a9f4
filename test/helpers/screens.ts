import type {Problem} from '../../source/key/problem.ts';
import type {ScreenKind} from '../../source/wizard/state.ts';
import {policy} from './estate.ts';
import type {Walk} from './wizard.ts';
import * as at from './wizard.ts';

export const refused: Problem = {kind: 'rejected', status: 400, message: 'Alias is taken'};

/** A way to each screen, as a person comes there. */
export const everyScreen: {readonly [kind in ScreenKind]: () => Walk} = {
  connect: () => new at.Walk({address: ''}),
  way: () => at.atWay(),
  choose: () => at.atList(),
  policies: () =>
    at
      .atWay()
      .choose('policy')
      .policiesArrive([policy({name: 'Gold'})]),
  grouping: () => at.atList().press('ctrl+t'),
  filter: () => at.atList().press('ctrl+r'),
  versions: () => at.atApi('Invoices').press('f3'),
  configure: () => at.atForm(),
  expiry: () => at.atForm().type('orders team').press('enter', 'enter'),
  ownExpiry: () => everyScreen.expiry().choose('own'),
  never: () => everyScreen.expiry().choose('never'),
  metadata: () => at.fillForm(at.atForm()).press('enter', 'enter'),
  limits: () => at.fillForm(at.atForm()).press('down', 'down', 'enter'),
  renewal: () =>
    everyScreen.limits().press('down', 'down', 'down', 'down', ' ', 'down', 'down', 'enter'),
  ownRenewal: () => everyScreen.renewal().choose('own'),
  review: () => at.atReview(),
  request: () =>
    at
      .atReview()
      .press('v')
      .happen({
        kind: 'described',
        text: {json: '{\n  "alias": "orders team"\n}', curl: "curl -d @- '…'"},
      }),
  creating: () => at.atCreating(),
  notCreated: () => at.atCreating().answer({outcome: 'notCreated', problem: refused}),
  unknown: () =>
    at.atCreating().answer({
      outcome: 'unknown',
      problem: {kind: 'timedOut', afterMs: 60_000},
      sentAt: at.monday,
      tookMs: 60_000,
      sentExpires: 1_796_652_000,
    }),
  created: () => at.atCreated(),
  leave: () => at.atCreated().press('q'),
};

export const screenKinds = Object.keys(everyScreen).filter(
  (kind): kind is ScreenKind => kind in everyScreen,
);
