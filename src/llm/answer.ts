import type { z } from 'zod'
import type { Article, Attribution, Certainty, Proposition, Source, Span, Speech, Words } from '../types.ts'
import { ModelFailure } from './failure.ts'
import { placeBeside, placeFrom } from './places.ts'
import { type Answer, type AnsweredProposition, type AnsweredSource, answer } from './schema.ts'
import { additionsTo, differInNegation, type Vocabulary } from './vocabulary.ts'

/** What an answer is read against. */
export interface Ground {
  readonly article: Article
  readonly vocabulary: Vocabulary
  readonly speechOf: (evidence: readonly Words[], told: Speech) => Speech
  /** Whose voice the article's own is, or null where it is nobody's. */
  readonly voice: Source | null
  /** Passages that yield no claim. */
  readonly secret: readonly Span[]
}

/** An answer as attributions, or what was wrong with it: why for the engine's name, and each fault for the model. */
export type Answered =
  | { readonly attributions: readonly Attribution[] }
  | { readonly failure: ModelFailure; readonly faults: readonly string[] }

const mostFaults = 20

/**
 * A model's answer about one piece of an article. It can't be used when it is no JSON, of another shape than asked, or
 * when most of its evidence doesn't stand in the article; single pieces that don't are left to the evidence gate.
 *
 * @param content as the model wrote it
 * @param piece the part of the article's text that was asked about
 */
export function readAnswer(content: string, ground: Ground, piece: Span): Answered {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch {
    return { failure: new ModelFailure('not JSON'), faults: ['It is no JSON.'] }
  }
  const parsed = answer.safeParse(json)
  if (!parsed.success) return { failure: new ModelFailure('shape'), faults: faultsOf(parsed.error) }
  const attributions = attributionsOf(parsed.data, ground, piece)
  const evidence = attributions.flatMap(({ propositions }) => propositions.flatMap((one) => one.evidence))
  const missing = evidence.filter(({ start }) => start < 0)
  if (missing.length * 2 > evidence.length)
    return {
      failure: new ModelFailure('evidence'),
      faults: missing
        .slice(0, mostFaults)
        .map(({ words }) => `This evidence isn't in the text: ${JSON.stringify(words)}`),
    }
  return { attributions }
}

const faultsOf = (error: z.ZodError): readonly string[] =>
  error.issues.slice(0, mostFaults).map(({ path, message }) => `${path.join('.') || 'the answer'}: ${message}`)

function attributionsOf({ attributions }: Answer, ground: Ground, piece: Span): readonly Attribution[] {
  // Attributions come in the order of the text, so words that stand there twice are sought after those before.
  let reached = piece[0]
  return attributions.flatMap((one) => {
    const propositions = one.propositions.map((proposition) => {
      const read = propositionOf(proposition, ground, piece, reached)
      const within = read.evidence.map(({ start }) => start).filter((start) => isWithin(start)(piece))
      reached = Math.max(reached, ...within.slice(0, 1))
      return read
    })
    return attributionFor(one, propositions, ground, piece, reached)
  })
}

function attributionFor(
  told: Answer['attributions'][number],
  propositions: readonly Proposition[],
  ground: Ground,
  piece: Span,
  near: number,
): readonly Attribution[] {
  const { text } = ground.article
  const first = propositions[0]?.evidence[0]
  const beside = (words: string): Words => placeBeside(text, words, piece, first)
  const source = told.source ? sourceOf(told.source, ground, beside) : ground.voice
  const base = {
    source,
    sourceWords: told.source ? told.sourceWords.map(beside) : [],
    cue: told.source ? told.cue.map(beside) : [],
    content: told.content.map((words) => (first ? beside(words) : placeFrom(text, words, piece, near))),
    via: told.via.map((one) => sourceOf(one, ground, beside)),
    rule: told.source ? 'language-model' : 'own-voice',
  }
  const kept = propositions
    .filter((one) => belongsTo(piece, one) && !one.evidence.some(({ start }) => ground.secret.some(isWithin(start))))
    .map((one) => ({ ...one, certainty: labelFor(one.certainty, source) }))
  // An issuer's own voice isn't in quotation marks, whoever is quoted there.
  const speech = (of: readonly Words[]): Speech =>
    told.source ? ground.speechOf(of, told.speech) : source ? 'indirect' : 'none'
  const isUnsure = ({ certainty, evidence }: Proposition): boolean =>
    !told.source && (ground.speechOf(evidence, 'none') === 'direct' || (!source && wantsSource.test(certainty)))
  const confidence = (one: Proposition): number => (isUnsure(one) ? Math.min(told.confidence, unsure) : told.confidence)
  if (kept.length === 0)
    return propositions.length > 0
      ? []
      : [{ ...base, speech: speech(base.content), confidence: told.confidence, propositions: [] }]
  // Half of what somebody says may stand in quotation marks, and a label may be one that asks for a source.
  const alike = Map.groupBy(kept, (one) => `${speech(one.evidence)} ${confidence(one)}`)
  return [...alike.values()].map((ones) => ({
    ...base,
    speech: speech(ones[0]!.evidence),
    confidence: confidence(ones[0]!),
    propositions: ones,
  }))
}

// Anything else of what came before the piece was asked about with that; what isn't in the article the gate counts.
const belongsTo = (piece: Span, { certainty, evidence }: Proposition): boolean =>
  certainty === 'denied' || evidence.length === 0 || evidence.some(({ start }) => start < 0 || isWithin(start)(piece))

const isWithin =
  (at: number) =>
  ([start, end]: Span): boolean =>
    at >= start && at < end

/** Nothing that somebody says is stated as fact. */
const labelFor = (certainty: Certainty, source: Source | null): Certainty =>
  source && certainty === 'stated' ? 'attributed' : certainty

// What is denied, confirmed or attributed is so by somebody, and so is what stands in quotation marks: an answer that names
// nobody contradicts itself or the article. Below 0.5 a reader is told that the label is unsure.
const unsure = 0.4
const wantsSource = /^(?:denied|confirmed|attributed)$/

function propositionOf(told: AnsweredProposition, ground: Ground, piece: Span, reached: number): Proposition {
  const { text } = ground.article
  const evidence: Words[] = []
  for (const words of told.evidence)
    evidence.push(placeFrom(text, words, piece, Math.max(reached, evidence.at(-1)?.start ?? 0)))
  return {
    text: wordingOf(told, evidence, ground.vocabulary),
    evidence,
    cue: told.cue ? placeBeside(text, told.cue, piece, evidence[0]) : null,
    certainty: told.certainty,
    factuality: told.factuality,
    about: told.about && additionsTo(ground.vocabulary, told.about, true).length === 0 ? told.about : null,
  }
}

/** The model's wording, or the article's own words where it adds a name or a number or turns a yes into a no. */
function wordingOf(
  { text, certainty }: AnsweredProposition,
  evidence: readonly Words[],
  vocabulary: Vocabulary,
): string {
  const words = evidence.map((one) => one.words).join(' ')
  const isTurned = certainty !== 'denied' && differInNegation(text, words)
  return isTurned || additionsTo(vocabulary, text).length > 0 ? words : text
}

const pronoun = /^(?:I|we|you|he|she|it|they|who|him|her|them|this|these|those)$/i

/** A source by the name that the article gives; by what it calls them, where the model knew a name from elsewhere. */
function sourceOf(told: AnsweredSource, { vocabulary }: Ground, place: (words: string) => Words): Source {
  const mentions = told.mentions.map(place)
  const role = told.role && additionsTo(vocabulary, told.role).length === 0 ? told.role : null
  const isGiven = /\S/.test(told.name) && additionsTo(vocabulary, told.name, true).length === 0
  if (told.name === 'unidentified') return { ...told, role, named: false, mentions }
  if (isGiven) return { ...told, role, mentions }
  const [name] = mentions
    .filter(({ words, start }) => start >= 0 && !pronoun.test(words.trim()))
    .map(({ words }) => words.trim())
    .sort((a, b) => b.length - a.length)
  return name ? { ...told, name, role, mentions } : { ...told, name: 'unidentified', role, named: false, mentions }
}
