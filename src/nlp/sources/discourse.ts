import type { Source, Words } from '../../types.ts'
import type { Document, Sentence } from '../document.ts'
import { bodyNoun } from '../lexicon/source-kinds.ts'
import { female, male, spokespersons } from '../lexicon/titles.ts'
import type { Token } from '../token.ts'
import { Bodies, kindOf } from './bodies.ts'
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
  readonly #entities: readonly Entity[]
  readonly #people: ReadonlySet<string>
  /** The bodies among them, for "the company" and "we". */
  readonly bodies: Bodies
  /** For each sentence who is named in it, in order. */
  readonly #mentions: readonly (readonly { readonly entity: Entity; readonly at: number }[])[]
  readonly #all: Spoken[] = []

  constructor(document: Document, entities: readonly Entity[]) {
    this.#entities = entities
    this.bodies = new Bodies(entities, (name) => this.fullest(name))
    this.#people = new Set(entities.filter(({ person }) => person).map(({ name }) => name))
    const mentions = entities
      .flatMap((entity) => {
        const whole = this.fullest(entity.name) ?? entity
        return entity.places.map((at) => ({ entity: whole, at }))
      })
      .sort((a, b) => a.at - b.at)
    let next = 0
    this.#mentions = document.sentences.map(({ span }) => {
      const first = next
      while (next < mentions.length && mentions[next]!.at < span[1]) next++
      return mentions.slice(first, next)
    })
  }

  /** Remembers who spoke, for what comes after. */
  remember(source: Source, sentence: number): void {
    if (source.name !== 'unidentified') this.#all.push({ source, sentence })
  }

  /** The fullest form the article gives of a name, or null when it was never named. */
  fullest(name: string): Entity | null {
    const seen = this.#fullest.get(name)
    if (seen !== undefined) return seen
    const found = fullestForm(name, this.#entities)
    this.#fullest.set(name, found)
    return found
  }
  readonly #fullest = new Map<string, Entity | null>()

  /** The role of somebody who spoke under this name up to a sentence. */
  roleOf(name: string, index: number): string | null {
    return this.#lastSpoken(index, ({ source }) => source.name === name)?.source.role ?? null
  }

  // The last who spoke up to a sentence and fits. They were remembered in the order of the article.
  #lastSpoken(index: number, fits: (spoken: Spoken) => boolean): Spoken | undefined {
    return this.#all.findLast((spoken) => spoken.sentence <= index && fits(spoken))
  }

  /** The first in the sentence before a place that fits: most often its subject. */
  namedBefore({ index }: Sentence, place: number, fits: (entity: Entity) => boolean): Entity | null {
    return this.#mentions[index]?.find(({ entity, at }) => at < place && fits(entity))?.entity ?? null
  }

  /**
   * Whom a pronoun means without guessing: the only one named in its sentence before a place that fits, or, where nobody
   * is, the only one in the sentence before.
   *
   * @param reach how many sentences back to look
   */
  onlyOne({ index }: Sentence, place: number, fits: (entity: Entity) => boolean, reach: 0 | 1): Entity | null {
    for (let i = index; i >= index - reach; i--) {
      const named = new Set(
        this.#mentions[i]?.filter(({ entity, at }) => at < place && fits(entity)).map(({ entity }) => entity),
      )
      if (named.size > 1) return null
      if (named.size === 1) return [...named][0]!
    }
    return null
  }

  // The one who fits and was named last before a place.
  #lastNamed(index: number, place: number, fits: (entity: Entity) => boolean): Entity | null {
    for (let i = index; i >= 0; i--) {
      const found = this.#mentions[i]?.findLast(({ entity, at }) => at < place && fits(entity))
      if (found) return found.entity
    }
    return null
  }

  /** The one an expression with "the" goes back to: by its noun in a name or a role, else the last body that spoke. */
  described(sentence: Sentence, noun: Token): Source | null {
    const last = (fits: (spoken: Spoken) => boolean) => this.#lastSpoken(sentence.index, fits)
    const word = noun.lower
    const holds = (text: string | null) => text !== null && new RegExp(`\\b${word}\\b(?!['’]s)`, 'i').test(text)
    const spoken = last(({ source }) => holds(source.name) || holds(source.role))
    if (issued.test(word)) {
      const issuer = last(({ sentence: at }) => at >= sentence.index - 3)
      return issuer?.source ?? null
    }
    if (spoken) return spoken.source
    const place = noun.start
    const nearest = this.#lastNamed(sentence.index, place, (e) => holds(e.name) || holds(e.role))
    if (nearest) return this.sourceOf(nearest)
    if (bodyNoun.test(word)) {
      const body = last(
        ({ source }) => source.kind === 'organisation' || source.kind === 'official' || source.kind === 'media',
      )
      const fits = body && fitsBody(word, body.source) && !this.#isPersonal(body.source)
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
      const person = last(({ source }) => source.kind === 'official' || source.kind === 'person')
      if (person && sentence.index - person.sentence <= 2 && person.source.named && holds(person.source.role))
        return person.source
    }
    return null
  }

  // A mayor speaks for an office, but isn't "the board".
  #isPersonal({ name, role }: Source): boolean {
    return this.#people.has(name) || role !== null || personNouns.test(name.split(/\s+/).at(-1)!.toLowerCase())
  }

  /** Somebody named as a source, with role and kind. */
  sourceOf(entity: Entity): Source {
    const full = this.fullest(entity.name) ?? entity
    const role = full.role ?? entity.role
    return { name: full.name, role, kind: kindOf(full.name, role, full), named: true, mentions: [] }
  }

  /** Whom a pronoun means; "unidentified" when it can't be told. Any case: "her" is resolved as "she". */
  pronoun(sentence: Sentence, token: Token, mention: Words): Source {
    const last = (fits: (spoken: Spoken) => boolean) => this.#lastSpoken(sentence.index, fits)
    const unidentified: Source = { name: 'unidentified', role: null, kind: 'person', named: false, mentions: [mention] }
    const as = (source: Source): Source => ({ ...source, mentions: [mention, ...source.mentions.slice(0, 1)] })
    const word = subjectForm[token.lower] ?? token.lower
    if (word === 'he' || word === 'she') return this.#person(sentence, token, word) ?? unidentified
    if (word === 'it' || word === 'this' || word === 'that') {
      const body = last(
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
      const several = last(
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
    const last = (fits: (spoken: Spoken) => boolean) => this.#lastSpoken(sentence.index, fits)
    const as = (source: Source): Source => ({
      ...source,
      mentions: [{ words: token.text, start: token.start }, ...source.mentions.slice(0, 1)],
    })
    const fits = (name: string, role: string | null) => {
      const text = `${name} ${role ?? ''}`
      if (pronoun === 'he') return !female.test(text) || male.test(text)
      return !male.test(text) || female.test(text)
    }
    const isPerson = (source: Source) => source.named && this.#people.has(source.name)
    const spoken = last(
      ({ source }) => (isPerson(source) || spokespersons.test(source.name)) && fits(source.name, source.role),
    )
    const subject = this.#subjectBefore(sentence, (e) => e.person && fits(e.name, e.role))
    if (spoken && sentence.index - spoken.sentence <= 1) return as(spoken.source)
    if (subject) return as(this.sourceOf(subject))
    if (spoken && sentence.index - spoken.sentence <= 6) return as(spoken.source)
    const named = this.#lastNamed(sentence.index, token.start, (e) => e.person && fits(e.name, e.role))
    return named && as(this.sourceOf(named))
  }

  // The first entity that fits in the sentence before, or in this one before the pronoun's clause.
  #subjectBefore(sentence: Sentence, fits: (entity: Entity) => boolean): Entity | null {
    for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 2); i--) {
      const found = this.#mentions[i]?.find(({ entity }) => fits(entity))
      if (found) return found.entity
    }
    return null
  }
}

function fitsBody(word: string, source: Source): boolean {
  if (/^(?:paper|newspaper|network|broadcaster|outlet|station)$/.test(word)) return source.kind === 'media'
  if (/^(?:government|ministry|department|court|military|army|police|authority)$/.test(word))
    return source.kind === 'official'
  if (/^(?:company|firm|airline|retailer|manufacturer|startup)$/.test(word)) return source.kind === 'organisation'
  // "The union" is another than the firm that spoke before; its name or role would say so.
  return !/^(?:union|club|university|hospital|school|college|church|board|bank|party|fund|trust)$/.test(word)
}
