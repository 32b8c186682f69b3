/** English verbs of policy prose, with their regular and irregular forms. */

/** Base forms. */
const VERBS = `
abandon abide abolish absorb accelerate accept accommodate accompany accomplish achieve acknowledge acquire act adapt add adhere adjust administer adopt advance advertise advise advocate affirm afford agree alleviate allocate allow alter amend amplify analyse analyze announce anticipate apologise appear apply appoint apportion appraise appreciate approve arise arrange articulate ascertain ask assemble assert assess assign assist assume assure attach attain attend attract audit augment authorise authorize automate avoid await awaken
ban be become begin behave believe belong bind bolster boost borrow bring broaden budget build buy
calculate call campaign cancel capture carry catalyse celebrate centralise certify challenge champion change chair check choose circulate clarify classify clear close co-ordinate collaborate collate collect combat combine come commence commission commit communicate compel compensate compete compile complement complete comply compose comprise concentrate conclude condemn conduct confer configure confirm confront connect conserve consider consist consolidate constitute constrain construct consult contain continue contract contribute convene convert convey cooperate coordinate correct correspond create cultivate curb cut
deal decarbonise decentralise decide delay declare decline decommission deepen define defend defer delegate deliver demolish demonstrate deny depend deploy derive describe design designate detect determine develop devise devolve devote differ digitise diminish direct disaggregate discard disclose discontinue discourage discover discuss disrupt disseminate distribute diversify divert divide document donate double draft draw drive
earmark earn ease educate elaborate elevate eliminate embark embed embrace emerge emphasise employ empower enable enact encompass encourage end endeavour endorse enforce engage engender enhance enjoy enlarge enlist enrich enrol ensure entail enter entrench equalise equip eradicate erect escalate establish estimate evaluate evolve examine exceed exclude execute exempt exercise expand expect expedite experiment explain exploit explore export expose extend
face facilitate fail fast-track feed fill finalise finance find finish fix flag focus follow forbid forecast foresee forge formalise formulate forward foster free freeze fulfil fulfill fund further
gain gather generate get give go govern grant grow guarantee guide
halt halve handle happen harmonise harness have hear heed help highlight hire hold honour host
identify ignite illustrate impact implement import impose improve incentivise include incorporate increase incur indicate induce industrialise influence inform infringe inhibit initiate inject innovate insist inspect inspire install instil institute institutionalise instruct insulate integrate intend intensify interact intervene introduce invest investigate invite involve issue
join justify
keep know
lack land launch lay lead learn leave legislate lend lengthen lessen let level leverage liaise liberalise license lift limit link list listen live lobby localise look lose lower
maintain make manage mandate manufacture map market match maximise mean measure mechanise mediate meet mentor merge migrate minimise mitigate mobilise model modernise modify monitor motivate move multiply
name narrow nationalise negotiate network nominate normalise note notify nurture
obey oblige observe obtain occur offer offset open operate oppose optimise order organise orient outlaw outline overcome overhaul oversee own
participate partner pass pause pay penalise perform permit persuade phase phase-out pilot pioneer plan plant play pledge police popularise position possess postpone practise prepare prescribe present preserve press pressure prevent price prioritise privatise proceed process procure produce professionalise programme progress prohibit project promise promote promulgate propose prosecute protect prove provide publicise publish pump purchase pursue push put
qualify quantify
raise ramp ratify rationalise reach react read realign realise reallocate reaffirm reassess rebalance rebuild receive recognise recommend reconsider reconstruct record recover recruit rectify recycle redesign redevelop redirect reduce redouble reduce refer refine reflect reform refrain refresh refurbish refuse regain regenerate register regulate rehabilitate reimburse reinforce reinstate reinvest reject relate relax release relocate rely remain remedy remind remove renegotiate renew renovate reopen reorganise repair repeal replace report represent reproduce request require research reserve reshape resist resolve respect respond restore restrict restructure result retain rethink retire retrofit return reuse reveal reverse review revise revitalise revive reward ring-fence roll rollout run
safeguard satisfy save say scale schedule scrap scrutinise secure see seek select sell send separate serve set settle shape share shift shorten should show shut sign signal signpost simplify sit solve source speak spearhead specify spend sponsor spread stabilise staff stand standardise start state stay steer step stimulate stipulate stop store streamline strengthen strive structure study submit subsidise succeed suggest supervise supplement supply support suspend sustain switch
tackle tailor take target tax teach tell tend terminate test think thrive throw tighten track trade train transfer transform transition translate transport travel treat trial trigger triple try turn
uncover undergo underline underpin understand undertake unify unite unleash unlock update upgrade uphold upskill urge use utilise utilize
locate relocate
validate value vary verify veto view visit vote
waive axe wait walk want warn waste watch weaken welcome widen win withdraw withhold witness work wipe write
align award replenish transpose
accredit activate affect aid alert anonymise archive arrest aspire associate attempt authenticate balance baseline bear benchmark block brief broker bypass calibrate cancel cap catalogue categorise cater cease chart chase circumvent clamp clean codify coexist commercialise compost compute contest cope copy corrode count counter crack curate curtail debrief decouple decrypt deduct deduplicate
defeat defund delete densify depart deport deposit deregulate desilt destroy detail detain deter diagnose digitalise disable disambiguate discharge disclaim dispatch display distinguish divest downgrade drop duplicate electrify emulate encrypt erase exacerbate exist exit expire express extinguish extract fight flourish greenlight harm harvest honor house immunise imply indemnify index
induct interoperate interpret inventory invoke irrigate iterate lock mainstream materialise mention mislead neglect object onboard operationalise outsource override overrule overwrite paint patch pave persist post preclude predict presume prune pseudonymise punish ratchet reassure reclaim recreate redistribute redress reforest refurnish rehouse reiterate relieve remit repatriate repave repeat
replant replicate rescue reset resettle reskill rest restart resurface retrain retrieve revamp revoke rewild rezone rotate sample sanction scan screen seem sensitise shelter showcase simulate skip slash sort spell subcontract subscribe subvert sunset supersede suppress survey survive sweep talk tap threaten tolerate undermine undo uprate vaccinate vet violate visualise weatherise weigh wish
dredge heighten brighten rinse resupply repurpose rebrand refocus relaunch reinvigorate reopen scrub steward
accrue admit arbitrate argue avert bother browse capitalise compare complain conform convince crowdsource curtail customise debug decrease deliberate delineate democratise deregister deserve deter deviate disburse discriminate disincentivise dismantle dismiss dispense dispose distil elect electrify embolden empathise endow energise enliven enshrine entice entrust envisage equate evade evict excel expel fabricate familiarise feel fundraise galvanise globalise grapple hasten hinder humanise hypothecate ignore illuminate impair inaugurate incubate individualise infer insource insure intercept interfere internalise invigorate isolate itemise jumpstart kickstart lament legalise legitimise liberate litigate loosen magnify manipulate marginalise memorialise mend mollify monetise navigate neutralise nullify obviate offload orientate oust outperform parse pedestrianise persevere personalise pinpoint politicise prefer preside prevail proclaim prolong propagate quash quell reactivate rearrange reap recapture reclassify recast recommit recompile reconcile reconfigure reconvene redeploy reelect reenergise refill reframe reimagine reintroduce reinvent remake remap remediate remodel rename render renationalise reorient repaint repopulate reposition reprioritise republish rescind resell reshuffle reside restate restock restrain resume resurrect reunify revalidate revegetate revert rewire rewrite seize sequester situate socialise solicit solidify steal subdivide substantiate substitute suffer summarise summon supercede surpass synchronise synthesise tabulate tame thank thwart topple transcend transcribe traverse triangulate typify unblock underscore underwrite unearth unfreeze unpack unpick unravel untangle unveil unwind upcycle uproot upscale urbanise vacate vanish vie weave wield withstand worry worsen
reassign redraft refit reinspect reissue relet reprint reroute reseal respray ringfence sow rehire retender
answer appeal break bridge cascade charge download edit email fall fence fit frame gauge grade hit interview invoice levy loan lodge mark mix nudge petition plough pool prototype pull refinance refund scope shield split squeeze strip surrender tender trace treble twin upload volunteer wrap yield zone
`;

/** Base forms that are as often nouns or adjectives; on their own at a line's start they are no sure sign of a verb. */
const NOMINAL = new Set(
  `access act address advance advertise aim approach audit ban benefit boost budget build call campaign capture cause challenge champion change chair check claim close commission complement complete conduct contact contract control cost cover cut deal decline demand design dispute document double draft drive ease effect end estimate exercise experiment export face fail fast feed fill finance fix flag focus force forecast forward free freeze frequent fund further gain grant group guarantee guide help highlight hire hold honour host house impact import increase influence issue join lack land launch lay lead level license lift limit link list live look lower mandate manufacture map market match mean measure meet model monitor move name narrow network note offer offset open order own partner pass pause pay phase pilot pioneer place plan plant play pledge police position practise present press pressure price process produce programme progress project promise purchase push question range rate reach record recover reform refuse regard register release remain report request research reserve resource respect result retire return review reward ring rise roll run safe save say scale schedule secure separate set shape share shift show sign signal source speak spread staff stand start state stay steer step stop store structure study supply support switch target tax tell tend test think track trade train transfer transition transport travel treat trial trigger triple turn update upgrade use value view visit vote wait walk want waste watch welcome win witness work mentor function focus finance clear correct direct elaborate exempt initiate moderate perfect project subject level aid alert archive arrest associate attempt balance baseline bear benchmark block brief broker cap catalogue chart chase clamp clean compost contest copy count counter crack deposit detail discharge dispatch display drop exit express extract fight harm harvest index inventory lock object outsource paint patch post rescue rest sample sanction scan screen shelter sort spell subcontract sunset survey talk tap vet wish answer appeal break bridge cascade charge download edit email fall fence fit frame gauge grade hit interview invoice levy loan lodge mark mix nudge petition plough pool prototype pull refinance refund scope shield split squeeze strip surrender tender trace treble twin upload volunteer wrap yield zone`
    .split(/\s+/)
    .filter(Boolean),
);

/** More bases that the list above leaves to the noun side, but that can be verbs. */
const ALSO =
  'access address aim approach benefit cause claim contact control cost cover demand dispute effect force function group house place question range rate regard resource rise moderate';

/** base: past tense, past participle. */
const IRREGULAR = `
arise arose arisen|be was been|become became become|begin began begun|bind bound bound|bring brought brought|build built built|buy bought bought|choose chose chosen|come came come|cut cut cut|deal dealt dealt|do did done|draw drew drawn|drive drove driven|feed fed fed|find found found|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|freeze froze frozen|get got got|give gave given|go went gone|grow grew grown|have had had|hear heard heard|hold held held|keep kept kept|know knew known|lay laid laid|lead led led|learn learnt learnt|leave left left|lend lent lent|let let let|lose lost lost|make made made|mean meant meant|meet met met|overcome overcame overcome|oversee oversaw overseen|pay paid paid|put put put|read read read|rebuild rebuilt rebuilt|rethink rethought rethought|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|show showed shown|shut shut shut|sit sat sat|speak spoke spoken|spend spent spent|spread spread spread|stand stood stood|strive strove striven|take took taken|teach taught taught|tell told told|think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood|undertake undertook undertaken|uphold upheld upheld|win won won|withdraw withdrew withdrawn|withhold withheld withheld|write wrote written|bear bore borne|override overrode overridden|overwrite overwrote overwritten|undo undid undone|mislead misled misled|fight fought fought|reset reset reset|sweep swept swept|break broke broken|fall fell fallen|feel felt felt|hit hit hit|recast recast recast|remake remade remade|resell resold resold|rewrite rewrote rewritten|split split split|steal stole stolen|underwrite underwrote underwritten|unfreeze unfroze unfrozen|unwind unwound unwound|weave wove woven|withstand withstood withstood
`;

/** Verbs whose last consonant doubles before -ed and -ing. */
const DOUBLING =
  'refit relet abet admit allot ban bid chat commit compel confer control cut defer drop embed enrol equip fit forbid format get hit incur infer instil let map model offset omit pen permit plan plug prefer program put ram refer remit rebut retrofit rid run scrap set ship shut sit skim slip snap split spot stem step stop strip submit swap tap transfer transmit trap travel trim upset win fulfil label level signal tunnel underpin cap deter outfit cancel debug distil excel expel remap wrap'.split(
    ' ',
  );
const doubles = new Set(DOUBLING);

export type VerbForm = 'base' | 'third' | 'ing' | 'past';

const list = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

function inflect(base: string, irregular: ReadonlyMap<string, readonly string[]>): Record<VerbForm, readonly string[]> {
  const last = base.at(-1) ?? '';
  const before = base.at(-2) ?? '';
  const vowel = (letter: string) => 'aeiou'.includes(letter);
  const third = /(?:s|x|z|ch|sh|o)$/.test(base)
    ? `${base}es`
    : last === 'y' && !vowel(before)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  const stem = doubles.has(base) ? base + last : base;
  const ing = last === 'e' && !/(?:ee|oe|ye)$/.test(base) ? `${base.slice(0, -1)}ing` : `${stem}ing`;
  const past = irregular.get(base) ?? [
    last === 'e' ? `${base}d` : last === 'y' && !vowel(before) ? `${base.slice(0, -1)}ied` : `${stem}ed`,
  ];
  return { base: [base], third: [third], ing: [ing], past };
}

/** American spellings beside the British ones: -ise/-ize, -yse/-yze. */
function spellings(base: string): string[] {
  if (/[a-z]{3}ise$/.test(base)) return [base, `${base.slice(0, -3)}ize`];
  if (base.endsWith('yse')) return [base, `${base.slice(0, -3)}yze`];
  return [base];
}

/**
 * Every known verb form in lower case, with what it can be and whether the base is verbal rather than nominal.
 * Hyphenated verbs are left out: tokens split at hyphens.
 */
export function verbForms(): ReadonlyMap<string, { forms: ReadonlySet<VerbForm>; verbal: boolean; lemma: string }> {
  const irregular = new Map(
    IRREGULAR.trim()
      .split('|')
      .map((entry) => list(entry))
      .map(([base = '', ...forms]) => [base, forms]),
  );
  const found = new Map<string, { forms: Set<VerbForm>; verbal: boolean; lemma: string }>();
  for (const written of [...list(VERBS), ...list(ALSO)]) {
    for (const base of spellings(written)) {
      if (base.includes('-')) continue;
      const verbal = !NOMINAL.has(written) && !ALSO.includes(` ${written} `);
      const inflected = inflect(base, irregular);
      for (const form of ['base', 'third', 'ing', 'past'] as const) {
        for (const word of inflected[form]) {
          const entry = found.get(word) ?? { forms: new Set<VerbForm>(), verbal, lemma: written };
          entry.forms.add(form);
          found.set(word, entry);
        }
      }
    }
  }
  return found;
}
