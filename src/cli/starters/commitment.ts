/** A pack of rules for undertakings to start from. */
import type { Starter } from './starter.ts';

export const commitment: Starter = {
  title: 'Rules for undertakings.',
  use: ['commitments', 'what do they find?'],
  text: `pack: commitment

# Words that patterns name with @. Of a list that pmed has already (pmed rules show commitment/@plan) these are added.
lists:
  gives: [give, gives, gave]

rules:
  # Letters, figures and hyphens; known as commitment/gives-word.
  - id: gives-word
    description: Somebody gives their word to do something.
    # commitment, intention, aspiration, goal ... (pmed rules list commitment)
    kind: commitment
    # 5 binding, 4 firm, 3 planned, 2 aimed, 1 wished
    strength: 5
    match:
      # Words, @lists, a | b, ( ), x? for what may be missing, :base for a verb such as "mend" (others: docs/rules.md).
      # modal= is the word that undertakes, verb= what is undertaken; ...3 lets up to three words stand between.
      - "modal=@gives (our | its | their | my) word ...3 to verb=:base"
    # A match does not count if one of these overlaps it.
    except:
      - "(not | never) ...1 @gives"
    # [words|name] says what a part must hold: actor, modal, verb, action, deadline, target, condition, beneficiary.
    finds:
      - "[The Harbour Board|actor] [gives|modal] its word to [reopen|verb] the ferry [by 2027|deadline]."
      - "We give our word to all islanders to [keep every quay open|action]."
    ignores:
      - "We will not give our word to anybody."
      - "The word of the week is tide."
`,
};
