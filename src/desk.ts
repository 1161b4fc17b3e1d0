import { type Attachment, readAttachment } from './article/attachment.ts'
import { type Reading, readLink, readText } from './article/read.ts'
import { InputError } from './errors.ts'
import type { Added, Entry, Library, Viewer } from './library/types.ts'
import type { Pictures } from './pictures/pictures.ts'
import { breakDown } from './pipeline.ts'
import type { Engine } from './types.ts'

/** What somebody hands in. */
export type Material =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'file'; readonly file: Attachment }

/** Who hands it in, and where. */
export interface By {
  readonly guild: string
  readonly channel: string
  readonly user: string
  /** Link to the message it stands in, or null. */
  readonly link: string | null
  /** Whether the channel is still there, asked before something is kept for it. */
  readonly isThere?: () => boolean
}

/** What came of it. */
export interface Taken extends Added {
  /** The very same text in another channel that whoever handed it in can view; null for none. */
  readonly elsewhere: Entry | null
}

/** What the commands work with: reads, breaks down, keeps, draws. */
export interface Desk {
  readonly library: Library
  readonly pictures: Pictures
  readonly about: {
    readonly version: string
    /** Who reads, as `/help` names them. */
    readonly engine: string
    /** Host that is sent the text, or null where none is. */
    readonly vendor: string | null
  }
  /**
   * Reads what was handed in, breaks it down and keeps it. A text that the channel has already isn't read again.
   *
   * @param viewer the channels that whoever hands it in can view
   * @throws InputError, FetchError or StoreError, each in a sentence
   */
  readonly take: (material: Material, by: By, viewer: Viewer) => Promise<Taken>
}

/** What a desk is made of. */
export interface Parts extends Pick<Desk, 'library' | 'pictures' | 'about'> {
  readonly engine: Engine
  /** Where Discord's protocol is spoken: attachments of that host are read where it is this machine. */
  readonly apiUrl: string
  /** Stands in for the reading of links. */
  readonly link?: (url: string) => Promise<Reading>
}

/** In UTF-16 units, some 50,000 words: what is longer is a book, and would hold up everybody else. */
const longest = 300_000

/** Puts a desk together. */
export function openDesk({ library, pictures, about, engine, apiUrl, link = readLink }: Parts): Desk {
  const read = (material: Material): Promise<Reading> => {
    if (material.kind === 'text') return readText(material.text)
    return material.kind === 'link' ? link(material.url) : readAttachment(material.file, apiUrl)
  }
  return {
    library,
    pictures,
    about,
    take: async (material, { guild, channel, user, link, isThere = () => true }, viewer) => {
      const { article, remarks } = await read(material)
      if (article.text.length > longest)
        throw new InputError({
          expected: `a text of at most ${longest.toLocaleString('en')} characters`,
          got: `one of ${article.text.length.toLocaleString('en')}`,
          advice: 'Cut it to the article, or into parts',
        })
      const here = await library.sameText({ guild, channels: new Set([channel]) }, article.contentHash)
      const newest = here?.versions.at(-1)
      if (here && newest?.article.contentHash === article.contentHash && newest.article.url === article.url)
        return { entry: here, outcome: 'known', differences: [], elsewhere: null }
      const others = new Set([...viewer.channels].filter((one) => one !== channel))
      const [{ claims, engine: readBy }, elsewhere] = await Promise.all([
        breakDown(article, engine),
        others.size > 0 ? library.sameText({ guild, channels: others }, article.contentHash) : null,
      ])
      if (!isThere()) throw left()
      const addedAt = new Date().toISOString()
      const version = { article, claims, remarks, engine: readBy, addedBy: user, addedAt, link }
      const added = await library.add({ guild, channel, version })
      if (!isThere()) {
        // What was forgotten with the channel didn't have this yet.
        await library.remove(guild, added.entry.id)
        throw left()
      }
      return { ...added, elsewhere }
    },
  }
}

const left = (): InputError =>
  new InputError({
    expected: 'the channel to be there still',
    got: 'one that was deleted or left meanwhile',
    advice: 'Nothing was kept',
  })
