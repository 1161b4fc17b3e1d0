import { datelineEnd } from '../dateline.ts'
import type { Document } from '../document.ts'
import { bodyNoun } from '../lexicon/source-kinds.ts'
import { calendar, female, male, titles } from '../lexicon/titles.ts'
import type { Token } from '../token.ts'
import { classify } from './classify.ts'

/** Somebody or something the article names, with every place. */
export interface Entity {
  readonly name: string
  readonly places: number[]
  role: string | null
  person: boolean
  /** What it is called for short where it is introduced: "the Vell Rail Board (VRB)". */
  short: string | null
  /** True when it takes one: "the Courier". */
  article: boolean
  /** True when the article's own grammar takes it for a body: "the Courier", "Strait Lines …, which", "… that it". */
  body: boolean
  /** True when something happens in it, or it has a government: it stands for its government when it speaks. */
  place: boolean
  gender: 'female' | 'male' | null
}

/** The named people and bodies of an article, in order of their first mention. */
export function readEntities(document: Document): readonly Entity[] {
  const entities: Entity[] = []
  const byName = new Map<string, Entity>()
  for (const sentence of document.sentences) {
    const { tokens } = sentence
    for (let i = datelineEnd(document, sentence); i < tokens.length; i++) {
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
      const first = afterTitles(tokens, i, end)
      // "Russian presidential aide": an office in capitals before it, or common nouns, make the role.
      const before: string[] = []
      for (let j = first - 1; j >= 0 && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[j]!.pos) && tokens[j]!.text !== ','; j--)
        before.unshift(tokens[j]!.text)
      const words = tokens.slice(first, end)
      const name = document.text.slice(words[0]!.start, words.at(-1)!.end)
      const role = before.length > 0 ? before.join(' ') : appositionRole(document, tokens, end)
      const entity = add(entities, byName, name, words[0]!.start, role)
      if (tokens[end]?.text === '(' && tokens[end + 2]?.text === ')' && /^\p{Lu}{2,8}$/u.test(tokens[end + 1]!.text))
        entity.short ??= tokens[end + 1]!.text
      entity.article ||= tokens[first - 1]?.lower === 'the'
      entity.body ||= isBody(tokens, first, end) || bodyNoun.test(/\p{L}+$/u.exec(role ?? '')?.[0] ?? '')
      entity.place ||= isPlace(tokens, first, end)
      i = end - 1
    }
  }
  const byFirstWord = Map.groupBy(entities, ({ name }) => firstWord(name))
  for (const entity of entities) {
    // "Halverd" and "Halverd Foods": what is told of the one holds for the other.
    const longer = byFirstWord
      .get(firstWord(entity.name))
      ?.find((e) => e.name.startsWith(`${entity.name} `) && (e.body || entity.body) && !e.place)
    if (longer && !entity.place) entity.body = longer.body = true
  }
  for (const entity of entities) {
    const words = entity.name.split(/\s+/)
    const officeful = entity.role !== null && classify('', entity.role) !== 'person'
    entity.person ||=
      words.length >= 2 &&
      words.length <= 4 &&
      !entity.body &&
      !entity.place &&
      classify(entity.name, null) === 'person' &&
      (officeful || words.every((w) => /^\p{Lu}[\p{Ll}’'-]+|^\p{Lu}\.?$/u.test(w)))
    if (entity.role) entity.gender = female.test(entity.role) ? 'female' : male.test(entity.role) ? 'male' : null
  }
  return entities
}

const isProper = (text: string, pos: string): boolean =>
  (pos === 'PROPN' || pos === 'NUM' || pos === 'NOUN' || pos === 'ADJ' || pos === 'X' || pos === 'VERB') &&
  /^\p{Lu}/u.test(text) &&
  // "RailLink", "VRB": what is written so is a name whatever the tagger makes of it.
  (pos === 'PROPN' || /^\p{Lu}{2,}$|^\p{Lu}\p{Ll}+\p{Lu}/u.test(text))
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
  const words = tokens.slice(start, last)
  // At the end of a sentence only an office is one: "…, chief executive of Strait Lines."
  const ends = tokens[last]?.text === '.' && words.slice(0, 3).some((t) => isTitle(t.lower))
  if (!ends && tokens[last]?.text !== ',' && !/^(?:who|which)$/.test(tokens[last]?.lower ?? '')) return null
  return words.some((t) => t.pos === 'NOUN' || isTitle(t.lower)) && words.length <= 12
    ? document.text.slice(words[0]!.start, words.at(-1)!.end)
    : null
}

// Where a name begins after what it is introduced with: "White House Press Secretary Ada Lund".
function afterTitles(tokens: readonly Token[], from: number, end: number): number {
  let first = from
  while (first < end - 1 && isTitle(tokens[first]!.lower)) first++
  if (bodyNoun.test(tokens[end - 1]!.text)) return from
  const last = tokens.slice(first, end - 1).findLastIndex((t) => isTitle(t.lower))
  return last >= 0 && end - (first + last + 1) >= 2 ? first + last + 1 : first
}

// A person's name takes no article and no "it": "the Courier", "Strait Lines denied that it had …".
function isBody(tokens: readonly Token[], first: number, end: number): boolean {
  if (bodyNoun.test(tokens[end - 1]!.text) && end - first > 1) return true
  if (tokens[first - 1]?.lower === 'the') return true
  if (tokens[end]?.text === ',' && tokens[end + 1]?.lower === 'which') return true
  if (first > 0 || tokens.slice(end).some((t) => t.pos === 'PROPN')) return false
  const pronoun = tokens.findIndex((t, i) => i > end && /^(?:it|its|he|she|his|her|they)$/.test(t.lower))
  return pronoun > 0 && pronoun - end <= 4 && /^its?$/.test(tokens[pronoun]!.lower)
}

// "in Aldmark", "Torvia's prime minister".
function isPlace(tokens: readonly Token[], first: number, end: number): boolean {
  if (
    tokens[end]?.text.match(/^['’]s$/) &&
    /^(?:government|parliament|army|capital|border|prosecutor|prime|president|foreign|defen[cs]e|interior)$/.test(
      tokens[end + 1]?.lower ?? '',
    )
  )
    return true
  if (tokens[first - 1]?.lower !== 'in' || calendar.test(tokens[first]!.text)) return false
  // "in Strait Lines'", "in Aldmark's": both are written.
  return !/^['’]s?$/.test(tokens[end]?.text ?? '') && !owned.test(tokens[first - 2]?.lower ?? '')
}

// "a stake in Strait Lines", "confidence in Osk": nothing happens there.
const owned =
  /^(?:stakes?|shares?|invest(?:ed|ing|ments?|ors?)?|interests?|holdings?|equity|debt|confidence|faith|trust|believe[sd]?)$/

const firstWord = (name: string): string => name.split(/\s/, 1)[0]!

function add(
  entities: Entity[],
  byName: Map<string, Entity>,
  name: string,
  place: number,
  role: string | null,
): Entity {
  const known = byName.get(name)
  if (known) {
    known.places.push(place)
    known.role ??= role
    return known
  }
  const entity = {
    name,
    places: [place],
    role,
    person: false,
    short: null,
    article: false,
    body: false,
    place: false,
    gender: null,
  }
  entities.push(entity)
  byName.set(name, entity)
  return entity
}

/**
 * The fullest form an article gives of a name: of a surname the whole name, of an acronym what it stands for, of the
 * first word of a body's name the whole of it.
 */
export function fullestForm(name: string, entities: readonly Entity[]): Entity | null {
  const introduced = entities.find((entity) => entity.short === name)
  if (introduced) return introduced
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
    const [body, other] = entities.filter(
      (e) =>
        e.name.startsWith(`${name} `) &&
        (e.body ||
          /\b(?:International|Group|Corp|Corporation|Inc|Company|Agency|Bank|University|Watch|News|Foundation|Institute|Organi[sz]ation|Airlines|Association)\b/.test(
            e.name,
          )),
    )
    // "Vell Foods" and "Vell Ferries": either may be meant by "Vell".
    if (body && !other) return body
  }
  return exact
}

const initials = (name: string): string => (name.match(/\b\p{Lu}/gu) ?? []).join('')
