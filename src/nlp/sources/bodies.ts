import type { SourceKind } from '../../types.ts'
import { bodyNoun } from '../lexicon/source-kinds.ts'
import { calendar } from '../lexicon/titles.ts'
import type { Token } from '../token.ts'
import { classify } from './classify.ts'
import type { Entity } from './people.ts'

/** The bodies that an article names: which of them "the company", "the relief group" and "we" may mean. */
export class Bodies {
  readonly #entities: readonly Entity[]
  readonly #fullest: (name: string) => Entity | null
  #counted: readonly (readonly [Entity, number])[] | null = null

  /** @param fullest gives the fullest form of a name */
  constructor(entities: readonly Entity[], fullest: (name: string) => Entity | null) {
    this.#entities = entities
    this.#fullest = fullest
  }

  /** The body that "the company" means throughout: whom the article is about. */
  principal({ lower }: Pick<Token, 'lower'>): Entity | null {
    if (!/^(?:company|firm|group|organi[sz]ation|charity|club|airline|bank|university|union|agency)$/.test(lower))
      return null
    return this.about()
  }

  /** The body that an article is about: named four times or more, and at least twice as often as any other. */
  about(): Entity | null {
    this.#counted ??= this.#countBodies()
    const [most, next] = this.#counted
    return most && most[1] >= 4 && most[1] >= 2 * (next?.[1] ?? 0) ? most[0] : null
  }

  /** The body whose name stands in words that tell an office: "chief executive of Strait Lines". */
  bodyIn(office: string): Entity | null {
    return this.#entities.find((e) => !e.person && !e.place && office.includes(e.name)) ?? null
  }

  // How often each body is named, by whatever form of its name.
  #countBodies(): readonly (readonly [Entity, number])[] {
    const count = new Map<Entity, number>()
    for (const e of this.#entities) {
      const whole = this.#fullest(e.name) ?? e
      if (
        isBody(whole) &&
        !whole.place &&
        /^(?:organisation|party|person)$/.test(kindOf(whole.name, whole.role, whole))
      )
        count.set(whole, (count.get(whole) ?? 0) + e.places.length)
    }
    return [...count].sort(([, a], [, b]) => b - a)
  }

  /** The body that "the group" goes back to because the article introduced it so: "the relief group Northern Lantern". */
  introducedAs(noun: Token): Entity | null {
    // There are many companies in an article about one.
    if (/^(?:company|firm)$/.test(noun.lower)) return null
    const called = this.#entities.filter(
      (e) => e.role?.toLowerCase().endsWith(noun.lower) && e.places[0]! < noun.start && !e.person,
    )
    return called.length === 1 ? called[0]! : null
  }
}

/** Whether an entity may be meant by "it": no person, no day, and a name that tells what it is or comes back often. */
export const isBody = (entity: Entity): boolean =>
  !entity.person &&
  !calendar.test(entity.name) &&
  !bodyNoun.test(entity.name) &&
  (kindOf(entity.name, entity.role, entity) !== 'person' || entity.places.length >= 3)

// A name that nothing tells of is a person's, unless the article treats it as a place, whose government speaks, or a body.
export function kindOf(name: string, role: string | null, entity: Entity | null): SourceKind {
  const kind = classify(name, role)
  if (kind !== 'person' || !entity || entity.person) return kind
  return entity.place ? 'official' : entity.body ? 'organisation' : kind
}
