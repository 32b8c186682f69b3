/**
 * Which way is better for a number, by the words around it: data only, each list with examples that
 * `test/compare-words.test.ts` runs. More of a word's kind belongs in its list, not in the code that reads it.
 */

/** Verbs and nouns of making a level lower: a lower level is the stronger promise, and so is a greater cut "by" so much. */
export const LESS =
  'reduce reduction reducing cut cuts lower lowering limit cap halve shrink shorten decrease slash minimise minimize ' +
  'restrict curb trim lessen fall drop decline';

/** Verbs and nouns of making a level higher. */
export const MORE =
  'increase increasing raise grow growth expand expansion extend double treble triple quadruple boost rise climb uplift ' +
  'improve strengthen';

/** Verbs of doing and giving: more of what is done is the stronger promise. */
export const DOING =
  'recruit hire appoint employ train build plant install open create fund invest spend provide offer deliver add buy ' +
  'purchase retrofit screen test treat support fit repair replace restore convert electrify establish launch put give ' +
  'allocate award contribute lend house vaccinate protect conserve upgrade insulate supply connect enrol enroll educate ' +
  'visit inspect audit generate recycle reuse reinvest place host commit grant pay construct secure aside reskill upskill ' +
  'mentor sponsor rehouse introduce hold run carry conduct organise organize donate distribute publish complete set ' +
  'resurface repaint refurbish renew acquire designate sow stock plan answer see reach serve assess interview survey ' +
  'immunise immunize feed collect share save raise bring produce source sell serve teach coach equip digitise digitize';

/** Verbs that take away: with their number right behind them, more taken away is the stronger promise. */
export const REMOVING =
  'reduce cut remove eliminate shed save avoid scrap retire decommission clear prevent divert phase abolish write';

/** Verbs whose object is a burden, a use or a span, so that its number says nothing of how much is promised. */
export const BURDENS =
  'charge require ask need take close demolish dismiss evict fine tax levy impose deduct lose allow permit keep maintain ' +
  'hold last wait use consume emit expect demand sell let remain stay retain leave limit cap face see be have do make get ' +
  'become owe borrow release discharge export import keep raise set fix freeze put write send reject refuse deny';

/** Nouns of what nobody wants more of: a lower level of them is the stronger promise. */
export const ILLS =
  'wait waits waiting delay delays queue queues backlog emission emissions pollution waste leakage leak death deaths ' +
  'injury injuries casualty casualties crime accident accidents fall falls infection infections vacancy vacancies turnover ' +
  'absence sickness cancellation cancellations complaint complaints debt deficit error errors footprint unemployment ' +
  'poverty homelessness mortality readmission readmissions spill spills intensity consumption usage';

/** Multiples told by a verb, as the amount of change in per cent that they stand for. */
export const MULTIPLES: Readonly<Record<string, number>> = {
  halve: 50,
  halving: 50,
  double: 100,
  doubling: 100,
  treble: 200,
  trebling: 200,
  triple: 200,
  tripling: 200,
  quadruple: 300,
  quadrupling: 300,
};

/** Words just before a number that make it the least that is promised. */
export const AT_LEAST = 'least minimum over exceed exceeding above';
/** Words just before a number that make it the most that is allowed. */
export const AT_MOST = 'most maximum within under below fewer less';
/** Words of comparison that a negation turns into a bound: "no longer than", "never more than". */
export const HIGHER = 'more later longer higher greater above over exceed beyond worse';
export const LOWER = 'fewer less lower below under earlier shorter';

/** A commitment, the change of its number, and what that change is. */
export const PROOF: readonly (readonly [before: string, after: string, kind: string])[] = [
  ['We will reduce litter by 20%.', 'We will reduce litter by 30%.', 'target-raised'],
  ['We will reduce the vacancy rate to 5%.', 'We will reduce the vacancy rate to 7%.', 'target-lowered'],
  ['We will cut 300 tonnes of packaging.', 'We will cut 200 tonnes of packaging.', 'target-lowered'],
  ['We will cut packaging to 300 tonnes.', 'We will cut packaging to 200 tonnes.', 'target-raised'],
  ['We will bring waits down to 6 weeks.', 'We will bring waits down to 9 weeks.', 'target-lowered'],
  ['We will recruit an extra 40 wardens.', 'We will recruit an extra 50 wardens.', 'target-raised'],
  ['Our goal is growth in ferry use of 8%.', 'Our goal is growth in ferry use of 5%.', 'target-lowered'],
  ['We will deliver a 20% reduction in noise.', 'We will deliver a 15% reduction in noise.', 'target-lowered'],
  [
    'We will answer letters within 5 days of receipt.',
    'We will answer letters within 9 days of receipt.',
    'target-lowered',
  ],
  [
    'We will limit noise to no more than 50 decibels.',
    'We will limit noise to no more than 45 decibels.',
    'target-raised',
  ],
  ['No visitor will queue longer than 20 minutes.', 'No visitor will queue longer than 30 minutes.', 'target-lowered'],
  ['We will keep at least 12 piers open.', 'We will keep at least 9 piers open.', 'target-lowered'],
  ['We will double the grant for lifeboats.', 'We will treble the grant for lifeboats.', 'target-raised'],
  ['We will halve litter on the beach.', 'We will cut litter on the beach by a third.', 'target-lowered'],
  ['We will hold four tide drills.', 'We will hold three tide drills.', 'target-lowered'],
  ['We will maintain waiting times of 4 weeks.', 'We will maintain waiting times of 6 weeks.', 'target-lowered'],
  [
    'We will lower the price of a basic plan to £20.',
    'We will lower the price of a basic plan to £15.',
    'target-raised',
  ],
  ['We will lay 340 metres of cable.', 'We will lay 260 metres of cable.', 'target-lowered'],
  ['We will hold mooring fees at £90.', 'We will hold mooring fees at £95.', 'target-changed'],
  ['We will charge boats £3 a day.', 'We will charge boats £4 a day.', 'target-changed'],
  ['We will require 30 hours of practice.', 'We will require 20 hours of practice.', 'target-changed'],
  ['We will invest £2 million in the quay.', 'We will invest £2 billion in the quay.', 'target-raised'],
  ['We will insure two thirds of the boats.', 'We will insure half of the boats.', 'target-changed'],
];
