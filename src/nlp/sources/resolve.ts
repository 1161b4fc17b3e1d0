import type { Source, Span, Words } from '../../types.ts'
import type { Document, Sentence } from '../document.ts'
import { bodyNoun } from '../lexicon/source-kinds.ts'
import { spokespersons, uniqueOffices } from '../lexicon/titles.ts'
import type { Range } from '../noun-phrases.ts'
import type { Token } from '../token.ts'
import { isBody, kindOf } from './bodies.ts'
import { classify } from './classify.ts'
import { Discourse, issued } from './discourse.ts'
import { nameParts } from './name-parts.ts'
import { type Entity, readEntities } from './people.ts'

/** A word that may stand for somebody. */
export interface Reference {
  /** Its token number, and that of the first word of the proposition it stands in. */
  readonly at: number
  readonly from: number
  readonly sentence: Sentence
  /** Who speaks, within quotation marks; else null. */
  readonly speaker: Source | null
  /** Of "the rights group" its noun; else null. */
  readonly noun: Token | null
}

/** Resolves who a source's words stand for, in their fullest form; never guesses: "unidentified" when it can't tell. */
export class SourceResolver {
  readonly #document: Document
  readonly #discourse: Discourse

  constructor(document: Document) {
    this.#document = document
    this.#discourse = new Discourse(document, readEntities(document))
  }

  /** Remembers who spoke, for what comes after. */
  remember(source: Source, sentence: number): void {
    this.#discourse.remember(source, sentence)
  }

  /**
   * The name of somebody who is spoken of, as whom an accusation is against.
   *
   * @param accuser the name of who accuses them, whom a pronoun can't mean
   * @returns their fullest form, the article's words for those without a name, or null for a pronoun that can't be told
   */
  nameAt(span: Span, index: number, accuser: string | null): string | null {
    const sentence = this.#document.sentences[index]!
    const only = sentence.tokens.find((t) => t.start === span[0] && t.end === span[1])
    if (only && /^(?:it|its)$/.test(only.lower)) {
      const body = this.#bodyBefore(sentence, span[0])
      if (body) return body.name
      const named = this.#discourse.namedBefore(sentence, span[0], (e) => !e.person && e.name !== accuser)
      if (named) return this.#discourse.sourceOf(named).name
    }
    if (only && /^(?:he|him|his|she|her)$/.test(only.lower))
      return this.referentOf({
        at: sentence.tokens.indexOf(only),
        from: sentence.tokens.indexOf(only),
        sentence,
        speaker: null,
        noun: null,
      })
    const found = this.resolve(span, index)
    return found.name === 'unidentified' ? null : found.name
  }

  /**
   * Whom a pronoun, "the company" or a bare surname in a proposition means; a guess is worse than the word itself.
   *
   * @returns the fullest name, or null where it can't be told or says no more than the words themselves
   */
  referentOf({ at, from, sentence, speaker, noun }: Reference): string | null {
    const token = sentence.tokens[at]!
    const word = token.lower
    if (/^(?:i|me|my)$/.test(word)) return speaker?.named ? speaker.name : null
    if (/^(?:we|us|our)$/.test(word)) return speaker && this.#bodyOf(speaker)
    const others = (e: Entity) => e.name !== speaker?.name
    // "The river lost half of its trout": a noun before it in its own clause is nearer than any name.
    const isThird = /^(?:he|him|his|she|her|it|its)$/.test(word)
    if (isThird && sentence.tokens.slice(from, at).some((t) => /^(?:NOUN|PROPN)$/.test(t.pos))) return null
    if (/^(?:he|him|his|she|her)$/.test(word)) {
      const gender = /^h(?:e|im|is)$/.test(word) ? 'he' : 'she'
      const near = this.#discourse.onlyOne(sentence, token.start, (e) => others(e) && isOne(e, gender), 1)
      return near?.name ?? null
    }
    if (/^(?:it|its)$/.test(word)) {
      const fits = (e: Entity) => isBody(e) && others(e)
      const body = this.#discourse.onlyOne(sentence, token.start, fits, 0)
      return body && withArticle(body)
    }
    if (noun) {
      const body = this.#discourse.bodies.introducedAs(noun) ?? this.#discourse.bodies.principal(noun)
      return body && withArticle(body)
    }
    const full = this.#discourse.fullest(token.text)
    if (!full || full.name === token.text) return null
    return full.short === token.text || full.person ? full.name : null
  }

  // Whom "we" means: the body that speaks, or the one that who speaks leads or speaks for.
  #bodyOf(speaker: Source): string | null {
    const isBodys = /^(?:organisation|party|media)$/.test(speaker.kind)
    const speaksFor = spokespersons.test(speaker.name) ? speaker.name : (speaker.role ?? '')
    if (!leads.test(speaksFor)) return speaker.named && !speaker.role && isBodys ? speaker.name : null
    const named = this.#discourse.bodies.bodyIn(speaksFor) ?? this.#discourse.bodies.about()
    return named && withArticle(named)
  }

  /**
   * @param span the words that name the source
   * @param index the sentence they stand in
   */
  resolve(span: Span, index: number): Source {
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
      return this.#discourse.pronoun(sentence, only, mention)
    const parts = nameParts(tokens, range)
    const words = (part: Range | null): string | null =>
      part
        ? this.#withOwner(
            sentence,
            part,
            trim(this.#document.text.slice(tokens[part[0]]!.start, tokens[part[1] - 1]!.end)),
          )
        : null
    if (parts.name) return this.#named(words(parts.name)!, words(parts.role), mention, index)
    return this.#described(sentence, parts.head, words(parts.head)!, words(parts.role), tokens[range[0]]!, mention)
  }

  // "its director" as "Northern Lantern's director": a description is readable by itself when its owner can be told.
  #withOwner(sentence: Sentence, part: Range, words: string): string {
    const { tokens, index } = sentence
    const first = tokens[part[0]]!
    if (part[1] - part[0] < 2) return words
    // "the group's office": the description that owns it.
    if (
      bodyNoun.test(first.lower) &&
      /^['’]s?$/.test(tokens[part[0] + 1]!.text) &&
      tokens[part[0] - 1]?.lower === 'the'
    ) {
      const owner = this.resolve([tokens[part[0] - 1]!.start, first.end], index)
      return owner.named ? `${owner.name}${words.slice(first.text.length)}` : words
    }
    if (!/^(?:its|his|her)$/.test(first.lower)) return words
    const near = this.#discourse.namedBefore(sentence, first.start, (e) => e.person === (first.lower !== 'its'))
    const mention = { words: first.text, start: first.start }
    const owner = near ? this.#discourse.sourceOf(near) : this.#discourse.pronoun(sentence, first, mention)
    return owner.named
      ? `${owner.name}${this.#document.text.includes('’s ') ? '’s' : "'s"}${words.slice(first.text.length)}`
      : words
  }

  #named(name: string, role: string | null, mention: Words, index: number): Source {
    const entity = this.#discourse.fullest(name)
    const full = entity?.name ?? name
    const office = role ?? entity?.role ?? null
    return {
      name: full,
      role: office ?? this.#discourse.roleOf(full, index),
      kind: kindOf(full, office, entity),
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
      const earlier = this.#discourse.described(sentence, last)
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
  #bodyBefore(sentence: Sentence, place: number): Source | null {
    const { tokens, index } = sentence
    const at = tokens.findLastIndex(
      (t, i) => t.start < place && bodyNoun.test(t.lower) && /^(?:the|that|this)$/.test(tokens[i - 1]?.lower ?? ''),
    )
    return at < 0 ? null : this.resolve([tokens[at - 1]!.start, tokens[at]!.end], index)
  }

  // "Osk and Lund": two names are one source with both.
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
    const left = this.#discourse.fullest(name(first.name))
    // "the Securities and Exchange Commission" is one name.
    if (!left?.person && right.pos === 'PROPN') return null
    const second =
      right.pos === 'PROPN'
        ? (this.#discourse.fullest(name([and + 1, to]))?.name ?? name([and + 1, to]))
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

const leads =
  /\bspokes(?:man|woman|person)\b|\b(?:chief|executive|ceo|chair(?:man|woman)?|founder|director|owner|president|head|editor|secretary|commissioner|captain|coach|manager)\b/i
const withArticle = (entity: Entity): string => (entity.article ? `the ${entity.name}` : entity.name)
const isOne = (entity: Entity, pronoun: 'he' | 'she'): boolean =>
  entity.person && entity.gender !== (pronoun === 'he' ? 'female' : 'male')
const trim = (text: string): string => text.replace(/^[\s,"“”'‘’]+|[\s,;:"“”]+$/g, '').replace(/\s+/g, ' ')
const hasOwner = (tokens: readonly Token[], [from, to]: Range): boolean =>
  tokens
    .slice(from, to)
    .some((t) => /^['’]s?$/.test(t.text) || t.pos === 'PROPN' || /^(?:its|his|her|their)$/.test(t.lower))

function headNoun(tokens: readonly Token[], [from, to]: Range): Token {
  let end = from
  while (end < to && tokens[end]!.pos !== 'ADP' && !/^(?:who|that|which)$/.test(tokens[end]!.lower)) end++
  return (
    tokens.slice(from, Math.max(end, from + 1)).findLast((t) => t.pos === 'NOUN' || t.pos === 'PROPN') ??
    tokens[Math.max(from, end - 1)]!
  )
}
