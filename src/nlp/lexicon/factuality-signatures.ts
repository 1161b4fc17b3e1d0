/**
 * What a predicate says of the event in its complement. After the groups of FactBank (Saurí and Pustejovsky, 2009) and
 * the implication signatures of Karttunen (1971, 2012) and Nairn, Condoravdi and Karttunen (2006).
 */
export interface Signature {
  /** -1 … +1 of the event where the predicate holds: "managed to leave" +1, "failed to leave" -1, "hoped to leave" 0.3. */
  readonly holds: number
  /** The same where the predicate is negated: "didn't manage to leave" -1, "didn't know that he left" +1. */
  readonly negated: number
  readonly source: string
}

/** The groups; every predicate belongs to one of them. */
export type SignatureName = keyof typeof signatures

const karttunen = 'Karttunen 1971, 2012'
const factbank = 'FactBank, Saurí and Pustejovsky 2009'

export const signatures = {
  /** "know that", "regret that": the event happened either way. */
  factive: { holds: 1, negated: 1, source: karttunen },
  /** "manage to": happened, or with a negation didn't. */
  implies: { holds: 1, negated: -1, source: karttunen },
  /** "fail to": didn't happen, or with a negation did. */
  prevents: { holds: -1, negated: 0.8, source: karttunen },
  /** "force to", "cause to": happened; with a negation nothing is said. */
  causes: { holds: 0.8, negated: -0.3, source: karttunen },
  /** "able to", "allow to": could happen; with a negation didn't. */
  enables: { holds: 0.5, negated: -0.7, source: karttunen },
  /** "stop doing", "end": was going on, and no longer is. */
  ends: { holds: 0.1, negated: 0.7, source: karttunen },
  /** "say that": passed on. */
  reports: { holds: 0.9, negated: 0.3, source: factbank },
  /** "think that": held to be so by somebody. */
  believes: { holds: 0.7, negated: -0.4, source: factbank },
  /** "doubt that", "deny that". */
  denies: { holds: -0.3, negated: 0.5, source: factbank },
  /** "expected to", "likely to", "due to". */
  expects: { holds: 0.7, negated: -0.4, source: factbank },
  /** "possible", "may", "risk". */
  possible: { holds: 0.4, negated: -0.5, source: factbank },
  /** "plan to", "agree to". */
  plans: { holds: 0.6, negated: -0.5, source: factbank },
  /** "want to", "hope to", "try to". */
  wants: { holds: 0.3, negated: -0.3, source: factbank },
  /** "urge to", "demand that", "call for", "ask for". */
  demands: { holds: 0.3, negated: -0.1, source: factbank },
  /** "fear that", "threaten to". */
  fears: { holds: 0.2, negated: -0.1, source: factbank },
  /** "ask whether", "consider doing". */
  wonders: { holds: 0.2, negated: 0, source: factbank },
} as const satisfies Readonly<Record<string, Signature>>

// The verbs of FactBank's and Karttunen's lists, and ours that the training sentences show to go with them.
const groups: Readonly<Record<SignatureName, string>> = {
  factive:
    'know realize realise regret remember forget discover notice learn recall reveal acknowledge admit concede confirm confess understand see find show prove demonstrate fact aware glad sorry sad happy surprised proud disclose document celebrate resent mourn',
  implies:
    'manage begin start continue keep happen succeed complete finish resume proceed help remain bother dare condescend get choose serve use prompt achieve accomplish hold conduct launch',
  prevents:
    'fail refuse decline neglect avoid prevent block prohibit bar forbid ban deter discourage hinder refrain abstain impede thwart foil reject veto cancel failure refusal lack absence inability without instead unable scrap abandon',
  causes: 'cause force make lead compel drive oblige induce trigger result bring have',
  enables:
    'able can capable allow enable permit let empower entitle authorize authorise qualify free right power ability capacity chance opportunity permission enough eligible',
  ends: 'stop end halt cease quit discontinue suspend terminate',
  reports:
    'say tell report announce note add state declare explain write claim argue assert maintain insist testify allege suggest indicate warn contend comment quote cite mention describe conclude statement announcement according',
  believes:
    'think believe feel assume suppose suspect guess presume imagine figure reckon view opinion belief perceive judge convinced confident sure certain',
  denies:
    'deny doubt dispute unlikely doubtful impossible reluctant unwilling oppose opposed skeptical hesitant dismiss refute disprove false untrue denial',
  expects:
    'expect likely due set schedule anticipate forecast predict project poise bind slate estimate probable expectation prospect ready await foresee bound prepare',
  possible: 'possible risk potential possibility may might maybe perhaps could prone vulnerable likelihood probability',
  plans:
    'plan agree promise pledge intend vow propose decide offer commit decision agreement proposal intention undertake contract bid commitment resolve arrange swear guarantee determined deal',
  wants:
    'want hope try seek wish attempt aim desire like love prefer effort struggle strive willing eager need aspire fight campaign ambition goal target objective',
  demands:
    'urge ask order demand request require call recommend advise instruct beg plead press pressure persuade encourage invite appeal command petition push should must ought necessary essential important requirement',
  fears: 'fear worry threaten concern threat afraid danger dread anxious',
  wonders: 'wonder consider question weigh study discuss debate contemplate explore whether review evaluate examine',
}

const byLemma = new Map<string, SignatureName>()
for (const [name, words] of Object.entries(groups) as [SignatureName, string][]) {
  for (const word of words.split(' ')) {
    if (byLemma.has(word))
      throw new Error(`Expected each predicate in one group, got "${word}" in two: take it out of ${name}.`)
    byLemma.set(word, name)
  }
}

/** The group of a predicate by its dictionary form, or null when it belongs to none. */
export function signatureOf(lemma: string): SignatureName | null {
  return byLemma.get(lemma) ?? null
}
