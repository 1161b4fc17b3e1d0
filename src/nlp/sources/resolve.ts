import type { Source, Span, Words } from '../../types.ts'
import type { Document, Sentence } from '../document.ts'
import { bodyNoun } from '../lexicon/source-kinds.ts'
import { female, male, spokespersons, uniqueOffices } from '../lexicon/titles.ts'
import type { Range } from '../noun-phrases.ts'
import type { Token } from '../tag.ts'
import { classify } from './classify.ts'
import { nameParts } from './name-parts.ts'
import { type Entity, fullestForm } from './people.ts'

/** A source that spoke before, for pronouns to lean on. */
export interface Spoken {
  readonly source: Source
  readonly sentence: number
}

const issued = /^(?:statement|release|email|letter|tweet|post|message|memo|announcement|filing)$/
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

/** Resolves who a source's words stand for, in their fullest form; never guesses: "unidentified" when it can't tell. */
export class SourceResolver {
  readonly #document: Document
  readonly #entities: readonly Entity[]
  readonly #all: Spoken[] = []
  #now = 0

  constructor(document: Document, entities: readonly Entity[]) {
    this.#document = document
    this.#entities = entities
  }

  /** Remembers who spoke, for what comes after. */
  remember(source: Source, sentence: number): void {
    if (source.name !== 'unidentified') this.#all.push({ source, sentence })
  }

  // Those who spoke up to the sentence in question.
  get #spoken(): readonly Spoken[] {
    return this.#all.filter(({ sentence }) => sentence <= this.#now)
  }

  /**
   * The name of somebody who is spoken of, as whom an accusation is against.
   *
   * @returns their fullest form, the article's words for those without a name, or null for a pronoun that can't be told
   */
  nameAt(span: Span, index: number): string | null {
    const { tokens } = this.#document.sentences[index]!
    const only = tokens.find((t) => t.start === span[0] && t.end === span[1])
    const body = only && /^(?:it|its|they|their|them)$/.test(only.lower) ? this.#bodyBefore(index, span[0]) : null
    if (body) return body.name
    const found = this.resolve(span, index)
    return found.name === 'unidentified' ? null : found.name
  }

  /**
   * @param span the words that name the source
   * @param index the sentence they stand in
   */
  resolve(span: Span, index: number): Source {
    this.#now = index
    const sentence = this.#document.sentences[index]!
    const { tokens } = sentence
    const from = tokens.findIndex((t) => t.start >= span[0])
    const end = tokens.findIndex((t) => t.start >= span[1])
    const range: Range = [Math.max(0, from), end < 0 ? tokens.length : end]
    const mention: Words = { words: this.#document.text.slice(...span), start: span[0] }
    const pair = this.#pair(sentence, range, mention)
    if (pair) return pair
    const only = tokens[range[0]]!
    if (
      range[1] - range[0] === 1 &&
      (only.pos === 'PRON' ||
        /^(?:he|she|it|they|we|i|who|that|this|those|both|its|his|their|him|them)$/.test(only.lower))
    )
      return this.#pronoun(sentence, { ...only, lower: subjectForm[only.lower] ?? only.lower }, mention)
    const parts = nameParts(tokens, range)
    const words = (part: Range | null): string | null =>
      part ? trim(this.#document.text.slice(tokens[part[0]]!.start, tokens[part[1] - 1]!.end)) : null
    if (parts.name) return this.#named(words(parts.name)!, words(parts.role), mention)
    return this.#described(sentence, parts.head, words(parts.head)!, words(parts.role), tokens[range[0]]!, mention)
  }

  #named(name: string, role: string | null, mention: Words): Source {
    const entity = fullestForm(name, this.#entities)
    const full = entity?.name ?? name
    const office = role ?? entity?.role ?? null
    const spoken = this.#spoken.findLast(({ source }) => source.name === full)
    return {
      name: full,
      role: office ?? spoken?.source.role ?? null,
      kind: classify(full, office),
      named: true,
      mentions: [mention],
    }
  }

  // "company spokesperson", "the commission", "officials", "Russia's prosecutor general", "the statement".
  #described(
    sentence: Sentence,
    head: Range,
    phrase: string,
    role: string | null,
    first: Token,
    mention: Words,
  ): Source {
    const { tokens } = sentence
    const last = headNoun(tokens, head)
    const definite = first.pos === 'DET' && /^(?:the|that|this|those|these)$/.test(first.lower)
    const bare = head[1] - head[0] === 1
    if ((definite || issued.test(last.lower)) && bare) {
      const earlier = this.#earlier(sentence, last)
      if (earlier) return { ...earlier, mentions: [mention, ...earlier.mentions.slice(0, 1)] }
    }
    const plural =
      /(?:[^s]s|people|men|women)$/.test(last.lower) &&
      !/(?:ss|is|us|news|series|headquarters|forces)$/.test(last.lower)
    const kind = classify(phrase, role)
    const unique =
      !plural &&
      !spokespersons.test(phrase) &&
      (uniqueOffices.test(phrase) || kind === 'document' || kind === 'media') &&
      (definite || hasOwner(tokens, head) || tokens.slice(...head).some((t) => t.pos === 'PROPN')) &&
      !/^(?:a|an|one|some|another|no)$/.test(first.lower)
    return { name: phrase, role, kind, named: unique, mentions: [mention] }
  }

  // The body named or described last before a place in its sentence: whom "accused it of" means.
  #bodyBefore(index: number, place: number): Source | null {
    const { tokens } = this.#document.sentences[index]!
    const at = tokens.findLastIndex(
      (t, i) => t.start < place && bodyNoun.test(t.lower) && /^(?:the|that|this)$/.test(tokens[i - 1]?.lower ?? ''),
    )
    if (at < 0) return null
    return this.resolve([tokens[at - 1]!.start, tokens[at]!.end], index)
  }

  // The one an expression with "the" goes back to: by its noun in a name or a role, else the last body that spoke.
  #earlier(sentence: Sentence, noun: Token): Source | null {
    const word = noun.lower
    const holds = (text: string | null) => text !== null && new RegExp(`\\b${word}\\b`, 'i').test(text)
    const spoken = this.#spoken.findLast(({ source }) => holds(source.name) || holds(source.role))
    if (issued.test(word)) {
      const issuer = this.#spoken.findLast(({ sentence: at }) => at >= sentence.index - 3)
      return issuer?.source ?? null
    }
    if (spoken) return spoken.source
    const place = noun.start
    const mentioned = this.#entities.filter((e) => e.places.some((p) => p < place) && (holds(e.name) || holds(e.role)))
    const nearest = mentioned.sort((a, b) => lastBefore(b, place) - lastBefore(a, place))[0]
    if (nearest) return this.#entitySource(nearest)
    if (bodyNoun.test(word)) {
      const body = this.#spoken.findLast(
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
        if (common && common.places.length >= 2) return { ...this.#entitySource(common), kind: 'organisation' }
      }
    }
    if (personNouns.test(word)) {
      const person = this.#spoken.findLast(({ source }) => source.kind === 'official' || source.kind === 'person')
      if (person && sentence.index - person.sentence <= 2 && person.source.named && holds(person.source.role))
        return person.source
    }
    return null
  }

  #entitySource(entity: Entity): Source {
    const full = fullestForm(entity.name, this.#entities) ?? entity
    const role = full.role ?? entity.role
    return { name: full.name, role, kind: classify(full.name, role), named: true, mentions: [] }
  }

  #pronoun(sentence: Sentence, token: Token, mention: Words): Source {
    const unidentified: Source = { name: 'unidentified', role: null, kind: 'person', named: false, mentions: [mention] }
    const as = (source: Source): Source => ({ ...source, mentions: [mention, ...source.mentions.slice(0, 1)] })
    const word = token.lower
    if (word === 'he' || word === 'she') return this.#person(sentence, token, word) ?? unidentified
    if (word === 'it' || word === 'this' || word === 'that') {
      const body = this.#spoken.findLast(
        ({ source, sentence: at }) =>
          source.kind !== 'person' &&
          source.kind !== 'anonymous' &&
          at >= sentence.index - 4 &&
          !spokespersons.test(source.name),
      )
      const subject = this.#subjectBefore(sentence, (e) => !e.person)
      if (body && (!subject || sentence.index - body.sentence <= 1)) return as(body.source)
      if (subject) return as(this.#entitySource(subject))
      return body ? as(body.source) : unidentified
    }
    if (word === 'they' || word === 'both' || word === 'those') {
      const several = this.#spoken.findLast(
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
    const spoken = this.#spoken.findLast(
      ({ source }) => (isPerson(source) || spokespersons.test(source.name)) && fits(source.name, source.role),
    )
    const subject = this.#subjectBefore(sentence, (e) => e.person && fits(e.name, e.role))
    if (spoken && sentence.index - spoken.sentence <= 1) return as(spoken.source)
    if (subject) return as(this.#entitySource(subject))
    if (spoken && sentence.index - spoken.sentence <= 6) return as(spoken.source)
    const near = this.#entities.filter((e) => e.person && fits(e.name, e.role) && e.places.some((p) => p < token.start))
    const last = near.sort((a, b) => lastBefore(b, token.start) - lastBefore(a, token.start))[0]
    if (!last) return null
    const full = this.#entitySource(last)
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

  // "Volker and Morrison": two names are one source with both.
  #pair(sentence: Sentence, [from, to]: Range, mention: Words): Source | null {
    const { tokens } = sentence
    const and = tokens.findIndex((t, i) => i > from && i < to - 1 && t.lower === 'and')
    if (and < 0 || to - from > 14) return null
    const proper = (a: number, b: number) => tokens.slice(a, b).some((t) => t.pos === 'PROPN')
    const right = tokens[and + 1]!
    if (!proper(from, and) || !(right.pos === 'PROPN' || /^(?:his|her|their|its)$/.test(right.lower))) return null
    if (tokens.slice(from, to).some((t) => /^(?:of|for|in)$/.test(t.lower))) return null
    const first = nameParts(tokens, [from, and])
    if (!first.name) return null
    const name = (range: Range) => this.#document.text.slice(tokens[range[0]]!.start, tokens[range[1] - 1]!.end)
    const left = fullestForm(name(first.name), this.#entities)
    // "the Securities and Exchange Commission" is one name.
    if (!left?.person && right.pos === 'PROPN') return null
    const second =
      right.pos === 'PROPN'
        ? (fullestForm(name([and + 1, to]), this.#entities)?.name ?? name([and + 1, to]))
        : name([and + 1, to])
    const role = left?.role ?? null
    const leftName = left?.name ?? name(first.name)
    return {
      name: `${leftName} and ${second}`,
      role: null,
      kind: classify(leftName, role),
      named: true,
      mentions: [mention],
    }
  }
}

const trim = (text: string): string => text.replace(/^[\s,"“”'‘’]+|[\s,;:"“”]+$/g, '').replace(/\s+/g, ' ')
const lastBefore = (entity: Entity, place: number): number => Math.max(...entity.places.filter((p) => p < place), -1)
const firstIn = (entity: Entity, [start, end]: Span): number =>
  Math.min(...entity.places.filter((p) => p >= start && p < end))
const hasOwner = (tokens: readonly Token[], [from, to]: Range): boolean =>
  tokens.slice(from, to).some((t) => /^['’]s?$/.test(t.text) || t.pos === 'PROPN')

function headNoun(tokens: readonly Token[], [from, to]: Range): Token {
  let end = from
  while (end < to && tokens[end]!.pos !== 'ADP' && !/^(?:who|that|which)$/.test(tokens[end]!.lower)) end++
  return (
    tokens.slice(from, Math.max(end, from + 1)).findLast((t) => t.pos === 'NOUN' || t.pos === 'PROPN') ??
    tokens[Math.max(from, end - 1)]!
  )
}

function fitsBody(word: string, source: Source): boolean {
  if (/^(?:paper|newspaper|network|broadcaster|outlet|station)$/.test(word)) return source.kind === 'media'
  if (/^(?:government|ministry|department|court|military|army|police|authority)$/.test(word))
    return source.kind === 'official'
  return true
}
