import type { Answer, Claim } from '../types.ts'

// Below it the engine is wrong about as often as right; a reader is told so.
const sureEnough = 0.5

const answers: Readonly<Record<Answer, string>> = {
  denies: 'denies it in the article',
  declines: 'declined to comment',
  'no immediate comment': 'no immediate comment',
  "couldn't be reached": "couldn't be reached",
  'none in the article': 'no answer found in the article',
}

/**
 * What a reader should know beside the sentence: whom an accusation is against and what they answer, and where the
 * engine is unsure. Fragments, to be joined; empty when there is nothing to say.
 */
export function notesOf(claim: Pick<Claim, 'about' | 'answer' | 'confidence' | 'source'>): readonly string[] {
  const notes: string[] = []
  if (claim.about) notes.push(`against ${claim.about}${claim.answer ? `: ${answers[claim.answer]}` : ''}`)
  if (claim.confidence < sureEnough) notes.push(claim.source ? 'Unsure who said it' : 'Unsure of the label')
  return notes
}
