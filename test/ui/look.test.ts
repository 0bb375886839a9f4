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
    expect(frame(state, home)).toMatchInlineSnapshot(`
      " tykey · dashboard.example.com             ✓ Connect  Access  Configure  Review
       Search  pay                                                 2 of 10 · 2 marked
       grouped by authentication type

         Auth Token ─────────────────────────────────────────────────────────────── 2
       › [ ] Payroll                       Auth Token                  hr
         [x] Payments                      Auth Token                  Orders, inter…












       org org-1  row 1/2  id payroll  /payroll/
       Marked: Orders, Payments

       Tab mark   Enter next with 2   Ctrl+T group   Ctrl+R filter   F1 help"
    `);
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot(`
      " tykey · dashboard.example.com   Access
       Search  pay         2 of 10 · 2 marked
       grouped by authentication type
         Auth Token ─────────────────────── 2
       › [ ] Payroll           Auth Token
         [x] Payments          Auth Token

       org org-1  row 1/2  id payroll  /payr…
       Marked: Orders, Payments

       Tab mark   Enter next with 2   F1 help"
    `);
  });
});

describe('the form, a problem beside its field', () => {
  const {state} = atForm().press('enter');

  it('at 80 x 24', () => {
    expect(frame(state, home)).toMatchInlineSnapshot(`
      " tykey · dashboard.example.com           ✓ Connect  ✓ Access  Configure  Review

       Key for Payments

         Detailed logging  off                      stores whole calls in analytics
       › Alias             required                 the name people will know it by
                           ! Type an alias: the only name people will know it by.
         Expires           choose                   when the key stops working
         Tags              none; commas between     filter analytics; case-sensitive
         Metadata          none                     for middleware, e.g. a user id
         Limits            1,000 requests in 60 s, no throttling, no quota

         Review                                     look at everything, then create









       Enter next   Tab next field   Shift+Tab previous   Esc back   F1 help"
    `);
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot(`
      " tykey · dashboard.example.…  Configure
         Detailed logging off
       › Alias            required
                          ! Type an alias:
                          the only name
                          people will know it
                          by.
         Expires          choose
         Tags             none; commas betwe…

       Enter next   Tab next field   F1 help"
    `);
  });
});

describe('the review', () => {
  const {state} = atReview();

  it('at 80 x 24', () => {
    expect(frame(state, home)).toMatchInlineSnapshot(`
      " tykey · dashboard.example.com         ✓ Connect  ✓ Access  ✓ Configure  Review

       This key
         opens      Payments
         until      1 week after creation, about Mon 30 Nov 2026 13:02 UTC (14:02
                    CET)
         allows     1,000 requests in 60 s, no throttling, no quota
         is called  orders team
         is tagged  nothing
         carries    nothing
         logs       no bodies
         at         https://dashboard.example.com  organisation org-1

       › Create the key

       One request is sent, once. It is never repeated by itself.






       Enter create the key   Up move   v show request   Esc back   F1 help"
    `);
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot(`
      " tykey · dashboard.example.com   Review
                    no throttling, no quota
         is called  orders team
         is tagged  nothing
         carries    nothing
         logs       no bodies
         at         https://dashboard.example
                    .com  organisation org-1
       › Create the key

       Enter create the key   F1 help"
    `);
  });
});

describe('the key, revealed and sent', () => {
  const {state} = atCreated().press('r', 'c').happen({kind: 'keyCopied', result: 'sentTmux'});

  it('at 80 x 24', () => {
    expect(frame(state, home)).toMatchInlineSnapshot(`
      " tykey · dashboard.example.com                                      Key created

         Key hash  a7c1f0e2  not the key: it opens nothing
         Alias     orders team
         Expires   Mon 7 Dec 2026 14:00:00 UTC (15:00 CET)
         Opens     Payments
         Try it    read -rs KEY; printf 'Authorization: %s' "$KEY" |
                   curl -H @- 'https://<your gateway>/payments/'

       Sent to your terminal (tmux). Paste it once to check.
       Pasted it, and is it right? y or n





       API key, the secret (Tyk: "Key ID"). It can't be shown again: save it now.





       y yes, pasted   n no   r hide   c copy   q done   u revoke   F1 help"
    `);
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot(`
      " tykey · dashboard.exampl…  Key created
       Sent to your terminal (tmux). Paste it
       once to check.
       Pasted it, and is it right? y or n
       API key, the secret (Tyk: "Key ID").
       It can't be shown again: save it now.




       y yes, pasted   n no   F1 help"
    `);
  });
});

describe('an outcome that nobody knows', () => {
  const {state} = everyScreen.unknown();

  it('at 80 x 24', () => {
    expect(frame(state, home)).toMatchInlineSnapshot(`
      " tykey · dashboard.example.com                                  Outcome unknown

       ! No answer came in time. A key may exist.
       Nobody has seen it, and it was not created a second time.

         Alias   orders team
         Sent    Mon 23 Nov 2026 13:02:00 UTC (14:02 CET)
         Answer  none after 60.0 s

       Tyk can't search keys by alias. In the Dashboard open Keys and compare the
       alias "orders team" and the creation time, 13:02:00 to 13:03:00 UTC.
       If this server doesn't list keys, the key can't be found; nobody holds it, and
       it ends by itself on Mon 7 Dec 2026 14:00 UTC (15:00 CET).

       › Back to the review  creating again may leave the first key behind
         Leave






       Up move   Enter choose   F1 help"
    `);
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot(`
      " tykey · dashboard.ex…  Outcome unknown
       ! No answer came in time. A key may
       exist.
         Alias   orders team
         Sent    Mon 23 Nov 2026 13:02:00 UTC
                 (14:02 CET)
         Answer  none after 60.0 s
       › Back to the review  creating again m
         Leave

       Up move   Enter choose   F1 help"
    `);
  });
});

describe('not created', () => {
  const {state} = everyScreen.notCreated();

  it('at 80 x 24', () => {
    expect(frame(state, home)).toMatchInlineSnapshot(`
      " tykey · dashboard.example.com                                      Not created

       ✗ dashboard.example.com refused (it answered 400: Alias is taken).
       Change what it names, then create again.

       No key was created. Everything you chose is still here.

       › Back to the review
         Change the configuration
         Change what it opens
         Leave











       Up move   Enter choose   F1 help"
    `);
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot(`
      " tykey · dashboard.exampl…  Not created
       ✗ dashboard.example.com refused (it
       answered 400: Alias is taken).
       Change what it names, then create
       again.
       No key was created. Everything you
       chose is still here.
       › Back to the review
         Change the configuration

       Up move   Enter choose   F1 help"
    `);
  });
});

describe('the help of the list', () => {
  const {state} = atList().press('f1');

  it('at 80 x 24', () => {
    expect(frame(state, home)).toMatchInlineSnapshot(`
      " tykey · dashboard.example.com             ✓ Connect  Access  Configure  Review

       Keys of this screen

       Tab               mark the row, or take the mark off
       Enter             go on with the row under the cursor
       Ctrl+V, F3        choose the versions of the API under the cursor
       Ctrl+T            group by authentication type, category, or not
       Ctrl+R            filter by authentication type and category
       Letters           type, paste, move and delete as in a shell
       Esc, Shift+Tab    back; nothing is lost
       Ctrl+Y, F4        copy the id under the cursor
       Up, Down          move up and down
       PgUp, PgDn        move by a page
       Home, End         first and last row
       F1, Ctrl+O        all keys of this screen
       Ctrl+L            draw the screen anew
       Ctrl+Z            suspend; fg brings it back
       Ctrl+C            quit



       Up move   Esc close"
    `);
  });

  it('at 40 x 12', () => {
    expect(frame(state, small)).toMatchInlineSnapshot(`
      " tykey · dashboard.example.com   Access
       Keys of this screen
       Tab               mark the row, or
       take the mark off
       Enter             go on with the row
       under the cursor
       Ctrl+V, F3        choose the versions
       of the API under the cursor
       Ctrl+T            group by

       Up move   Esc close"
    `);
  });
});
