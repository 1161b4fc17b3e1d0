import type { Document } from '../document.ts'
import { female, male, titles } from '../lexicon/titles.ts'
import { classify } from './classify.ts'

/** Somebody or something the article names, with every place. */
export interface Entity {
  readonly name: string
  readonly places: number[]
  role: string | null
  person: boolean
  gender: 'female' | 'male' | null
}

/** The named people and bodies of an article, in order of their first mention. */
export function readEntities(document: Document): readonly Entity[] {
  const entities: Entity[] = []
  for (const { tokens } of document.sentences) {
    for (let i = 0; i < tokens.length; i++) {
      if (!isProper(tokens[i]!.text, tokens[i]!.pos)) continue
      let end = i + 1
      while (
        end < tokens.length &&
        (isProper(tokens[end]!.text, tokens[end]!.pos) ||
          (/^(?:of|the|for|de|al|bin|van|von)$/.test(tokens[end]!.lower) &&
            isProper(tokens[end + 1]?.text ?? '', tokens[end + 1]?.pos ?? '') &&
            tokens[end - 1]!.pos === 'PROPN' &&
            /^(?:of|de|al|bin|van|von)$/.test(tokens[end]!.lower)))
      )
        end++
      let first = i
      while (first < end - 1 && isTitle(tokens[first]!.lower)) first++
      // "Russian presidential aide": an office in capitals before it, or common nouns, make the role.
      const before: string[] = []
      for (let j = first - 1; j >= 0 && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[j]!.pos) && tokens[j]!.text !== ','; j--)
        before.unshift(tokens[j]!.text)
      const words = tokens.slice(first, end)
      const name = document.text.slice(words[0]!.start, words.at(-1)!.end)
      const role = before.length > 0 ? before.join(' ') : appositionRole(document, tokens, end)
      add(entities, name, words[0]!.start, role)
      i = end - 1
    }
  }
  for (const entity of entities) {
    const words = entity.name.split(/\s+/)
    const officeful = entity.role !== null && classify('', entity.role) !== 'person'
    entity.person ||=
      words.length >= 2 &&
      words.length <= 4 &&
      classify(entity.name, null) === 'person' &&
      (officeful || words.every((w) => /^\p{Lu}[\p{Ll}’'-]+|^\p{Lu}\.?$/u.test(w)))
    if (entity.role) entity.gender = female.test(entity.role) ? 'female' : male.test(entity.role) ? 'male' : null
  }
  return entities
}

const isProper = (text: string, pos: string): boolean =>
  (pos === 'PROPN' || pos === 'NUM' || pos === 'NOUN' || pos === 'ADJ' || pos === 'X' || pos === 'VERB') &&
  /^\p{Lu}/u.test(text) &&
  (pos === 'PROPN' || /^\p{Lu}{2,}$/u.test(text))
const isTitle = (word: string): boolean =>
  titles.has(word.replace(/\.$/, '')) && !/^(?:white|house|state|of|and|for|the)$/.test(word)

function appositionRole(
  document: Document,
  tokens: readonly { text: string; lower: string; pos: string; start: number; end: number }[],
  end: number,
): string | null {
  if (tokens[end]?.text !== ',') return null
  let start = end + 1
  if (tokens[start]?.pos === 'DET') start++
  const first = tokens[start]
  if (!first || !/^(?:NOUN|ADJ|PROPN)$/.test(first.pos)) return null
  let last = start
  while (
    last < tokens.length &&
    !/^[,.;]$/.test(tokens[last]!.text) &&
    tokens[last]!.pos !== 'VERB' &&
    !/^(?:who|which|and)$/.test(tokens[last]!.lower)
  )
    last++
  if (tokens[last]?.text !== ',' && !/^(?:who|which)$/.test(tokens[last]?.lower ?? '')) return null
  const words = tokens.slice(start, last)
  return words.some((t) => t.pos === 'NOUN' || isTitle(t.lower)) && words.length <= 12
    ? document.text.slice(words[0]!.start, words.at(-1)!.end)
    : null
}

function add(entities: Entity[], name: string, place: number, role: string | null): void {
  const known = entities.find((entity) => entity.name === name)
  if (known) {
    known.places.push(place)
    known.role ??= role
  } else entities.push({ name, places: [place], role, person: false, gender: null })
}

/**
 * The fullest form an article gives of a name: of a surname the whole name, of an acronym what it stands for, of the
 * first word of a body's name the whole of it.
 */
export function fullestForm(name: string, entities: readonly Entity[]): Entity | null {
  const exact = entities.find((entity) => entity.name === name) ?? null
  const words = name.split(/\s+/)
  const last = words.at(-1)!
  if (words.length <= 2) {
    const longer = entities.filter(
      (e) =>
        e.name !== name &&
        e.name.split(/\s+/).at(-1) === last &&
        e.name.split(/\s+/).length > words.length &&
        (words.length === 1 || e.name.includes(name)),
    )
    const person = longer.find((e) => e.person) ?? longer[0]
    if (person && (person.person || words.length > 1)) return person
  }
  if (words.length === 1 && /^\p{Lu}{2,6}$/u.test(name)) {
    const spelled = entities.find((e) => initials(e.name) === name)
    if (spelled) return spelled
  }
  if (words.length === 1 && !exact?.person) {
    const body = entities.find(
      (e) =>
        e.name.startsWith(`${name} `) &&
        /\b(?:International|Group|Corp|Corporation|Inc|Company|Agency|Bank|University|Watch|News|Foundation|Institute|Organi[sz]ation|Airlines|Association)\b/.test(
          e.name,
        ),
    )
    if (body) return body
  }
  return exact
}

const initials = (name: string): string => (name.match(/\b\p{Lu}/gu) ?? []).join('')
