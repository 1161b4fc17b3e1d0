import type { Certainty } from '../../types.ts'

interface Hedge {
  readonly certainty: Extract<Certainty, 'alleged' | 'open'>
  /** Matched against a clause in lower case with straight apostrophes. */
  readonly pattern: RegExp
  readonly source: string
}

/** Words by which a clause itself lowers its certainty. In order: an accusation before what is merely open. */
export const hedges: readonly Hedge[] = [
  { certainty: 'alleged', pattern: /\b(?:allegedly|purportedly|supposedly)\b/, source: 'the contract, alleged' },
  {
    certainty: 'alleged',
    pattern:
      /\b(?:is|are|was|were|been|be|being|stands?) (?:\w+ly )?(?:accused|suspected|charged|indicted|arrested on suspicion)\b|\baccused of\b|\bcharged with\b|\bsuspected (?:of|to)\b|\bfaces? (?:\w+ )?charges\b/,
    source: 'the contract, alleged: charges before a conviction',
  },
  {
    certainty: 'open',
    pattern:
      /\b(?:reportedly|probably|likely|unlikely|possibly|perhaps|maybe|presumably|apparently|seemingly|potentially|almost certainly)\b/,
    source: 'the contract, open',
  },
  {
    certainty: 'open',
    // "Could not name" tells what wasn't possible, not what may be.
    pattern:
      /\b(?:may|might|could(?! not\b|n't\b))(?: not| also| well| still| even| yet| soon| \w+ly)* (?:be|have|\w+)\b/,
    source: 'the contract, open',
  },
  {
    certainty: 'open',
    pattern:
      /\b(?:is|are|was|were|be|been) (?:widely |also |still |now |not )*(?:believed|expected|thought|rumou?red|feared|said|reported|understood|predicted|projected|forecast|slated to be|set to be) to\b/,
    source: 'the contract, open',
  },
  {
    certainty: 'open',
    pattern: /\b(?:appears?|appeared|seems?|seemed)\b(?! (?:for|in|at|on|before|with|as|alongside)\b)/,
    source: 'the contract, open',
  },
  {
    certainty: 'open',
    pattern:
      /\b(?:a|an|the|its|his|their) (?:possible|potential|likely|probable|rumou?red|suspected)\b|\b(?:it is|it's|is|are) (?:un)?(?:possible|clear whether|known whether|certain whether)\b|\bpossibility\b|\bspeculation\b|\bunclear\b/,
    source: 'the contract, open',
  },
  { certainty: 'open', pattern: /\bwhether\b(?! or not to)/, source: 'as "open": an indirect question' },
]
