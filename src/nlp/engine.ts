import { offTheRecord } from '../text/off-the-record.ts'
import type { Article, Attribution, Engine, Source, Span, Speech, Words } from '../types.ts'
import { chainOf } from './chains.ts'
import { isClaiming } from './claiming.ts'
import { confidenceOf } from './confidence.ts'
import { type Document, readDocument, sentenceAt } from './document.ts'
import { factualityOf, learnedFactualityOf } from './factuality.ts'
import { findRelations } from './find-relations.ts'
import type { Reading } from './network/read.ts'
import { ownVoice } from './own-voice.ts'
import { relationsOf } from './proposals.ts'
import { paintSentence } from './propositions/paint.ts'
import { type Known, type Owned, readPropositions } from './propositions/read.ts'
import { openReader, type Reader } from './reader.ts'
import type { Relation } from './relation.ts'
import { nestedSpeech } from './rules/nested-speech.ts'
import { SourceResolver } from './sources/resolve.ts'

/** The offline engine without its trained model: rules only. The same text gives the same attributions. */
export const offlineEngine: Engine = {
  name: 'offline rules',
  attribute: async (article) => ({ attributions: attribute(article), engine: 'offline rules' }),
}

/**
 * The offline engine: a trained model finds who said what, rules do the rest; no key, no network. Where the model can't
 * be loaded the rules go on alone, and the engine's name says so.
 *
 * @param open opens the model; called once, when the first article comes
 */
export function learnedEngine(open: () => Promise<Reader> = openReader): Engine {
  let reader: Promise<Reader> | null = null
  const whole = 'offline model and rules'
  let name = whole
  return {
    get name() {
      return name
    },
    attribute: async (article) => {
      let reading: Reading | null = null
      let readBy = whole
      try {
        reader ??= open()
        reading = await (await reader).read(article.text)
      } catch (error) {
        readBy = `offline rules (the trained model is away: ${withoutFolders(error)})`
      }
      name = readBy
      return { attributions: attribute(article, reading), engine: readBy }
    },
  }
}

// Where the model lies on this machine is nobody's business who is shown the engine's name.
const withoutFolders = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/(?:[A-Za-z]:)?[\\/](?:[^\s'"\\/]+[\\/])+/g, '')

/**
 * The steps in order: read, find who said what, resolve who they are, split what they said into propositions.
 *
 * @param reading what the trained model made of the article's text, or null for the rules alone
 */
export function attribute(article: Article, reading: Reading | null = null): readonly Attribution[] {
  const document = readDocument(article)
  const found = findRelations(document, reading && relationsOf(document, reading.proposals))
  const claiming = [...found.filter((r) => isClaiming(document, r)), ...nestedSpeech(document)]
  const resolver = new SourceResolver(document)
  const sources = resolveSources(document, resolver, [...new Set([...found, ...claiming])])
  const sourceOf = (relation: Relation) => sources.get(relation) ?? null
  const known: Known = {
    sourceOf,
    factualityAt: (start, end) =>
      reading ? learnedFactualityOf(document, reading, start, end) : factualityOf(document, start, end),
    referentOf: (reference) => resolver.referentOf(reference),
    nameAt: (span, { index }, accuser) => resolver.nameAt(span, index, accuser),
  }
  const near = bySentence(document, claiming)
  const owned: Owned[] = document.sentences.flatMap((sentence) => {
    const here = near[sentence.index]!
    const answers = here.filter((r) => r.frame === 'antecedent' && r.sentence === sentence.index)
    return readPropositions(document, sentence, paintSentence(document, sentence, here), answers, known)
  })
  const secret = article.kind === 'transcript' ? offTheRecord(document.text, document.paragraphs) : []
  const kept = owned.filter(({ proposition }) => !proposition.evidence.some(({ start }) => within(secret, start)))
  const ownedBy = Map.groupBy(kept, (one) => one.owner)
  const said = [...new Set([...found, ...claiming])].map((relation) =>
    attributionOf(
      document,
      relation,
      sourceOf(relation),
      chainOf(document, relation, near[relation.sentence]!, sourceOf, (span) =>
        resolver.resolve(span, sentenceAt(document, span[0])),
      ),
      ownedBy.get(relation) ?? [],
    ),
  )
  return [...said.flat(), ...ownVoice(article, ownedBy.get(null) ?? [])]
}

const within = (spans: readonly Span[], at: number): boolean => spans.some(([start, end]) => at >= start && at < end)

// For each sentence the relations whose cue or content stands in it, so that a long article takes no longer a word.
function bySentence(document: Document, relations: readonly Relation[]): readonly (readonly Relation[])[] {
  const { sentences } = document
  const near = sentences.map(() => new Set<Relation>())
  for (const relation of relations) {
    near[relation.sentence]!.add(relation)
    for (const [start, end] of relation.content) {
      for (let i = sentenceAt(document, start); sentences[i] && sentences[i]!.span[0] < end; i++) near[i]!.add(relation)
    }
  }
  return near.map((set) => [...set])
}

function resolveSources(
  document: Document,
  resolver: SourceResolver,
  relations: readonly Relation[],
): Map<Relation, Source | null> {
  const sources = new Map<Relation, Source | null>()
  for (const relation of [...relations].sort((a, b) => a.cue[0]![0] - b.cue[0]![0])) {
    // A source may stand in another sentence than its cue.
    const source = relation.source && resolver.resolve(relation.source, sentenceAt(document, relation.source[0]))
    sources.set(relation, source)
    if (source) resolver.remember(source, relation.sentence)
  }
  return sources
}

function attributionOf(
  document: Document,
  relation: Relation,
  source: Source | null,
  via: readonly Source[],
  owned: readonly Owned[],
): readonly Attribution[] {
  const words = ([start, end]: Span): Words => ({ words: document.text.slice(start, end), start })
  const base = {
    source,
    sourceWords: relation.source ? [words(relation.source)] : [],
    cue: relation.cue.filter(([start, end]) => end > start).map(words),
    content: relation.content.map(words),
    via,
    rule: relation.rule,
  }
  // Speech and label are a matter of each proposition: half of a sentence may stand in quotation marks, or be hedged.
  const propositions = owned.map(({ proposition }) => ({
    proposition,
    speech: isTurn(document, relation) ? ('direct' as const) : speechOf(document, proposition.evidence),
    confidence: confidenceOf(relation, source, proposition.certainty),
  }))
  if (propositions.length === 0)
    return [
      {
        ...base,
        speech: speechOf(document, base.content),
        confidence: confidenceOf(relation, source, 'attributed'),
        propositions: [],
      },
    ]
  return [...Map.groupBy(propositions, ({ speech, confidence }) => `${speech} ${confidence}`).values()].map((ones) => ({
    ...base,
    speech: ones[0]!.speech,
    confidence: ones[0]!.confidence,
    propositions: ones.map(({ proposition }) => proposition),
  }))
}

// In a transcript every turn is its speaker's own words, without marks around them.
const isTurn = (document: Document, relation: Relation): boolean =>
  document.article.kind === 'transcript' && relation.rule === 'speaker-turn'

/** In whose words: a name or a label of up to three words within quotation marks leaves it indirect. */
function speechOf(document: Document, pieces: readonly Words[]): Speech {
  let inside = 0
  let outside = 0
  for (const { words, start } of pieces) {
    for (const word of words.matchAll(/[\p{L}\p{N}]+/gu)) document.quoted[start + word.index] ? inside++ : outside++
  }
  if (inside === 0) return 'indirect'
  if (outside === 0) return 'direct'
  return inside <= 2 && outside > inside ? 'indirect' : 'mixed'
}
