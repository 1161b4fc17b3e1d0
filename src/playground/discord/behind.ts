/** What stands behind the faces that the driver hands out: a test holds a Channel, the loopback its StoredChannel. */
import type { Answer, Channel, Guild, Member, Message } from './types.ts'
import type { StoredChannel, StoredGuild, StoredInteraction, StoredMember, StoredMessage } from './world.ts'

interface Pairs {
  readonly guild: [Guild, StoredGuild]
  readonly channel: [Channel, StoredChannel]
  readonly member: [Member, StoredMember]
  readonly message: [Message, StoredMessage]
  readonly answer: [Answer, StoredInteraction]
}

type Kind = keyof Pairs

const stored = new WeakMap<object, object>()
const faces = new WeakMap<object, object>()

/** The one face of something stored; `make` is called the first time. */
export function faceOf<K extends Kind>(_kind: K, of: Pairs[K][1], make: () => Pairs[K][0]): Pairs[K][0] {
  const known = faces.get(of)
  if (known) return known as Pairs[K][0]
  const face = make()
  faces.set(of, face)
  stored.set(face, of)
  return face
}

/** What stands behind a face. Throws when it isn't one of the loopback's. */
export function behind<K extends Kind>(kind: K, face: Pairs[K][0]): Pairs[K][1] {
  const found = stored.get(face)
  if (!found) throw refused(`a ${kind} of the loopback`, 'something else')
  return found as Pairs[K][1]
}

/** Whether it's a face that the loopback handed out. */
export const isFace = (value: object): boolean => stored.has(value)

/** Something that the person's client wouldn't let them do. Fragments without a full stop. */
export const refused = (expected: string, got: string): Error => new Error(`Expected ${expected}, got ${got}.`)
