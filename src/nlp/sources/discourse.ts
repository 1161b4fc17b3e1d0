import type { Source, SourceKind, Span, Words } from '../../types.ts'
import type { Document, Sentence } from '../document.ts'
import { bodyNoun } from '../lexicon/source-kinds.ts'
import { female, male, spokespersons } from '../lexicon/titles.ts'
import type { Token } from '../tag.ts'
import { classify } from './classify.ts'
import { type Entity, fullestForm } from './people.ts'

/** A source that spoke before, for pronouns to lean on. */
export interface Spoken {
  readonly source: Source
  readonly sentence: number
}

/** Nouns for what a source puts out: "the statement said" is its issuer speaking. */
export const issued = /^(?:statement|release|email|letter|tweet|post|message|memo|announcement|filing)$/
const personNouns =
  /^(?:man|woman|minister|president|prosecutor|senator|judge|spokesman|spokeswoman|spokesperson|official|officer|lawyer|attorney|governor|mayor|director|chairman|ceo|secretary|candidate|professor|doctor|researcher|author|analyst|general|executive|founder|leader|ambassador|sheriff|chief|scientist|coach|player|congressman|congresswoman|lawmaker|delegate|nominee|billionaire|businessman)$/

// A pronoun in another case is resolved as its subject form is.
const subjectForm: Readonly<Record<string, string>> = {
  him: 'he',
  his: 'he',
  her: 'she',
  its: 'it',
  them: 'they',
  their: 'they',
}

/**
 * What a reader of the article knows at a sentence: who was named so far and who spoke. Pronouns and descriptions ("the
 * group", "the minister") are told from it.
 */
export class Discourse {
  readonly #document: Document
  readonly #entities: readonly Entity[]
  readonly #all: Spoken[] = []

  constructor(document: Document, entities: readonly Entity[]) {
    this.#document = document
    this.#entities = entities
  }

  /** Remembers who spoke, for what comes after. */
  remember(source: Source, sentence: number): void {
    if (source.name !== 'unidentified') this.#all.push({ source, sentence })
  }

  /** The fullest form the article gives of a name, or null when it was never named. */
  fullest(name: string): Entity | null {
    return fullestForm(name, this.#entities)
  }

  /** The role of somebody who spoke under this name up to a sentence. */
  roleOf(name: string, index: number): string | null {
    return this.#spokenBy(index).findLast(({ source }) => source.name === name)?.source.role ?? null
  }

  // Those who spoke up to a sentence.
  #spokenBy(index: number): readonly Spoken[] {
    return this.#all.filter(({ sentence }) => sentence <= index)
  }

  /** The first in the sentence before a place that fits: most often its subject. */
  namedBefore({ span }: Sentence, place: number, fits: (entity: Entity) => boolean): Entity | null {
    const named = this.#entities.filter((e) => fits(e) && e.places.some((p) => p >= span[0] && p < place))
    return named.sort((a, b) => firstIn(a, span) - firstIn(b, span))[0] ?? null
  }

  /** The one an expression with "the" goes back to: by its noun in a name or a role, else the last body that spoke. */
  described(sentence: Sentence, noun: Token): Source | null {
    const heard = this.#spokenBy(sentence.index)
    const word = noun.lower
    const holds = (text: string | null) => text !== null && new RegExp(`\\b${word}\\b`, 'i').test(text)
    const spoken = heard.findLast(({ source }) => holds(source.name) || holds(source.role))
    if (issued.test(word)) {
      const issuer = heard.findLast(({ sentence: at }) => at >= sentence.index - 3)
      return issuer?.source ?? null
    }
    if (spoken) return spoken.source
    const place = noun.start
    const mentioned = this.#entities.filter((e) => e.places.some((p) => p < place) && (holds(e.name) || holds(e.role)))
    const nearest = mentioned.sort((a, b) => lastBefore(b, place) - lastBefore(a, place))[0]
    if (nearest) return this.sourceOf(nearest)
    if (bodyNoun.test(word)) {
      const body = heard.findLast(
        ({ source }) => source.kind === 'organisation' || source.kind === 'official' || source.kind === 'media',
      )
      const fits = body && fitsBody(word, body.source)
      if (body && fits) return body.source
      if (/^(?:company|firm|group|organi[sz]ation)$/.test(word)) {
        const common = this.#entities
          .filter(
            (e) =>
              !e.person &&
              classify(e.name, e.role) !== 'official' &&
              classify(e.name, e.role) !== 'media' &&
              e.places.some((p) => p < place) &&
              !/\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/.test(
                e.name,
              ),
          )
          .sort((a, b) => b.places.length - a.places.length)[0]
        if (common && common.places.length >= 2) return { ...this.sourceOf(common), kind: 'organisation' }
      }
    }
    if (personNouns.test(word)) {
      const person = heard.findLast(({ source }) => source.kind === 'official' || source.kind === 'person')
      if (person && sentence.index - person.sentence <= 2 && person.source.named && holds(person.source.role))
        return person.source
    }
    return null
  }

  /** Somebody named as a source, with role and kind. */
  sourceOf(entity: Entity): Source {
    const full = fullestForm(entity.name, this.#entities) ?? entity
    const role = full.role ?? entity.role
    return { name: full.name, role, kind: kindOf(full.name, role, full), named: true, mentions: [] }
  }

  /** Whom a pronoun means; "unidentified" when it can't be told. Any case: "her" is resolved as "she". */
  pronoun(sentence: Sentence, token: Token, mention: Words): Source {
    const heard = this.#spokenBy(sentence.index)
    const unidentified: Source = { name: 'unidentified', role: null, kind: 'person', named: false, mentions: [mention] }
    const as = (source: Source): Source => ({ ...source, mentions: [mention, ...source.mentions.slice(0, 1)] })
    const word = subjectForm[token.lower] ?? token.lower
    if (word === 'he' || word === 'she') return this.#person(sentence, token, word) ?? unidentified
    if (word === 'it' || word === 'this' || word === 'that') {
      const body = heard.findLast(
        ({ source, sentence: at }) =>
          source.kind !== 'person' &&
          source.kind !== 'anonymous' &&
          at >= sentence.index - 4 &&
          !spokespersons.test(source.name),
      )
      const subject = this.#subjectBefore(sentence, (e) => !e.person)
      if (body && (!subject || sentence.index - body.sentence <= 1)) return as(body.source)
      if (subject) return as(this.sourceOf(subject))
      return body ? as(body.source) : unidentified
    }
    if (word === 'they' || word === 'both' || word === 'those') {
      const several = heard.findLast(
        ({ source, sentence: at }) =>
          at >= sentence.index - 2 &&
          (/\band\b|s$/.test(source.name) ||
            source.kind === 'organisation' ||
            source.kind === 'anonymous' ||
            !source.named),
      )
      return several ? as(several.source) : unidentified
    }
    return unidentified
  }

  // The last person who spoke, when near and of the right gender; else the last one named before.
  #person(sentence: Sentence, token: Token, pronoun: 'he' | 'she'): Source | null {
    const heard = this.#spokenBy(sentence.index)
    const as = (source: Source): Source => ({
      ...source,
      mentions: [{ words: token.text, start: token.start }, ...source.mentions.slice(0, 1)],
    })
    const fits = (name: string, role: string | null) => {
      const text = `${name} ${role ?? ''}`
      if (pronoun === 'he') return !female.test(text) || male.test(text)
      return !male.test(text) || female.test(text)
    }
    const isPerson = (source: Source) => source.named && this.#entities.some((e) => e.name === source.name && e.person)
    const spoken = heard.findLast(
      ({ source }) => (isPerson(source) || spokespersons.test(source.name)) && fits(source.name, source.role),
    )
    const subject = this.#subjectBefore(sentence, (e) => e.person && fits(e.name, e.role))
    if (spoken && sentence.index - spoken.sentence <= 1) return as(spoken.source)
    if (subject) return as(this.sourceOf(subject))
    if (spoken && sentence.index - spoken.sentence <= 6) return as(spoken.source)
    const near = this.#entities.filter((e) => e.person && fits(e.name, e.role) && e.places.some((p) => p < token.start))
    const last = near.sort((a, b) => lastBefore(b, token.start) - lastBefore(a, token.start))[0]
    if (!last) return null
    const full = this.sourceOf(last)
    return as(full)
  }

  // The first entity that fits in the sentence before, or in this one before the pronoun's clause.
  #subjectBefore(sentence: Sentence, fits: (entity: Entity) => boolean): Entity | null {
    for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 2); i--) {
      const { span } = this.#document.sentences[i]!
      const found = this.#entities
        .filter((e) => fits(e) && e.places.some((p) => p >= span[0] && p < span[1]))
        .sort((a, b) => firstIn(a, span) - firstIn(b, span))[0]
      if (found) return found
    }
    return null
  }
}

// A name that nothing tells of is a person's, unless the article treats it as a place, whose government speaks, or a body.
export function kindOf(name: string, role: string | null, entity: Entity | null): SourceKind {
  const kind = classify(name, role)
  if (kind !== 'person' || !entity || entity.person) return kind
  return entity.place ? 'official' : entity.body ? 'organisation' : kind
}

const lastBefore = (entity: Entity, place: number): number => Math.max(...entity.places.filter((p) => p < place), -1)
const firstIn = (entity: Entity, [start, end]: Span): number =>
  Math.min(...entity.places.filter((p) => p >= start && p < end))
function fitsBody(word: string, source: Source): boolean {
  if (/^(?:paper|newspaper|network|broadcaster|outlet|station)$/.test(word)) return source.kind === 'media'
  if (/^(?:government|ministry|department|court|military|army|police|authority)$/.test(word))
    return source.kind === 'official'
  return true
}
