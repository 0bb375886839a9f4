import {describe, expect, it} from 'vitest';
import {frame} from '../helpers/frame.ts';
import {everyScreen} from '../helpers/screens.ts';
import {atApi, atCreated, atForm, atList, atReview, onApi} from '../helpers/wizard.ts';

/* What people see, at home and in the smallest window. The rows of the key are blank in a frame. */

const home = {columns: 80, rows: 24};
const small = {columns: 40, rows: 12};

describe('the list, two marked, a query', () => {
  const {state} = onApi(atApi('Orders').press('tab'), 'Payments').press('tab').type('pay');

  it('at 80 x 24', () => {
    expect(frame(state, home)).toMatchInlineSnapshot();
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot();
  });
});

describe('the form, a problem beside its field', () => {
  const {state} = atForm().press('enter');

  it('at 80 x 24', () => {
    expect(frame(state, home)).toMatchInlineSnapshot();
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot();
  });
});

describe('the review', () => {
  const {state} = atReview();

  it('at 80 x 24', () => {
    expect(frame(state, home)).toMatchInlineSnapshot();
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot();
  });
});

describe('the key, revealed and sent', () => {
  const {state} = atCreated().press('r', 'c').happen({kind: 'keyCopied', result: 'sentTmux'});

  it('at 80 x 24', () => {
    expect(frame(state, home)).toMatchInlineSnapshot();
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot();
  });
});

describe('an outcome that nobody knows', () => {
  const {state} = everyScreen.unknown();

  it('at 80 x 24', () => {
    expect(frame(state, home)).toMatchInlineSnapshot();
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot();
  });
});

describe('not created', () => {
  const {state} = everyScreen.notCreated();

  it('at 80 x 24', () => {
    expect(frame(state, home)).toMatchInlineSnapshot();
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot();
  });
});

describe('the help of the list', () => {
  const {state} = atList().press('f1');

  it('at 80 x 24', () => {
    expect(frame(state, home)).toMatchInlineSnapshot();
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot();
  });
});
