import type { Claim } from '../../types.ts'
import { labels } from '../labels.ts'
import type { Picture } from '../picture.ts'
import { sentenceOf } from '../sentence.ts'
import { hasManySources } from '../source-words.ts'
import {
  type Button,
  bounds,
  button,
  type Container,
  componentsV2,
  cutTo,
  type Gallery,
  type Message,
  type MessageFile,
  row,
  text,
} from './components.ts'
import { customId } from './custom-id.ts'
import { escaped } from './escape.ts'
import { disclaimer, titleOf } from './lines.ts'
import type { Shown } from './shown.ts'

type Seen = Omit<Shown, 'shareable'>

/** The buttons that lead to an article's pictures: the second only where there are sources enough for it to help. */
export function pictureButtons({ entry, version, user }: Seen): readonly Button[] {
  const at = (to: 'annotated' | 'drawing') =>
    customId({ to, entry: entry.id, version: version.article.version, page: 0, user })
  return [
    button('Annotated article', at('annotated')),
    ...(hasManySources(version.claims) ? [button('Who said what', at('drawing'))] : []),
  ]
}

/** The annotated article: its pictures one below another, and the page as a file. */
export function annotatedView(shown: Shown, parts: readonly Picture[], page: string): Message {
  const { entry, version } = shown
  const name = `annotated-${entry.id}`
  const cut = parts.some((one) => one.cut)
  const words = [
    `**Annotated article** · ${escaped(titleOf(version.article, 140))}`,
    `-# Each passage is underlined in the way of its label; its source stands beside it. ${cut ? 'The pictures end before the article does; the file below has all of it, for any browser.' : 'The file below has the same as a page for any browser, to print or to keep.'}`,
    disclaimer,
  ].join('\n')
  const file = { name: `${name}.html`, bytes: Buffer.from(page), description: 'The annotated article as a page' }
  return illustrated(words, { name, pictures: parts, files: [file] }, [
    backToClaims(shown),
    ...others(shown, 1),
    ...share(shown, 'share-annotated'),
  ])
}

/** Who said what, in drawings one below another. */
export function drawingView(shown: Shown, drawings: readonly Picture[]): Message {
  const { entry, version } = shown
  const cut = drawings.some((one) => one.cut)
  const words = [
    `**Who said what** · ${escaped(titleOf(version.article, 140))}`,
    `-# From left to right: who says it, who passes it on, what.${cut ? ' There are more claims than the drawings have room for.' : ''}`,
    disclaimer,
  ].join('\n')
  const name = `who-said-what-${entry.id}`
  return illustrated(words, { name, pictures: drawings, files: [] }, [
    backToClaims(shown),
    ...others(shown, 0),
    ...share(shown, 'share-drawing'),
  ])
}

/**
 * One claim marked in its place: as a picture, and within the whole article as a file.
 *
 * @param back the page of the claims to go back to
 */
export function claimPictureView(
  shown: Seen,
  claim: Claim,
  back: number,
  parts: readonly Picture[],
  page: string,
): Message {
  const { entry, version, user } = shown
  const { mark, words } = labels[claim.certainty]
  const lines = [
    `### ${mark} ${words} · \`${claim.id}\`\n${cutTo(escaped(sentenceOf(claim, { most: 600 })), 1300)}`,
    `-# ${escaped(titleOf(version.article, 140))}${parts.some(({ cut }) => cut) ? ' · its words go on beyond the picture; the file has all of them' : ''}`,
    disclaimer,
  ].join('\n')
  const { version: number } = version.article
  const id = customId({ to: 'open', entry: entry.id, version: number, claim: claim.id, page: back, user })
  const name = `claim-${claim.id}`
  const file = {
    name: `${name}.html`,
    bytes: Buffer.from(page),
    description: 'The article with this claim marked, as a page',
  }
  const buttons = [button('Back to the claim', id, { main: true }), ...others(shown, 0)]
  return illustrated(lines, { name, pictures: parts, files: [file] }, buttons)
}

// The pictures' buttons but the one of the picture that is shown.
const others = (shown: Seen, from: 0 | 1): readonly Button[] => pictureButtons(shown).slice(from, from + 1)

const share = (
  { entry, version, user, shareable }: Shown,
  to: 'share-annotated' | 'share-drawing',
): readonly Button[] =>
  shareable
    ? [button('Share here', customId({ to, entry: entry.id, version: version.article.version, page: 0, user }))]
    : []

const backToClaims = ({ entry, version, user }: Seen): Button =>
  button(
    'Back to the claims',
    customId({ to: 'claims', entry: entry.id, version: version.article.version, page: 0, user }),
    { main: true },
  )

interface Shipped {
  /** Of the pictures, to which their number is added where there are several. */
  readonly name: string
  readonly pictures: readonly Picture[]
  readonly files: readonly MessageFile[]
}

// Each picture is a gallery of its own: Discord shows several in one as small tiles.
function illustrated(words: string, { name, pictures, files }: Shipped, buttons: readonly Button[]): Message {
  const drawn = pictures.map(({ png, alt }, i) => ({
    name: pictures.length === 1 ? `${name}.png` : `${name}-${i + 1}.png`,
    bytes: png,
    description: cutTo(alt, bounds.description),
  }))
  const container: Container = {
    type: 17,
    components: [
      text(cutTo(words, bounds.text)),
      ...drawn.map(({ name, description }) => gallery(`attachment://${name}`, description)),
      ...files.map((file) => ({ type: 13, file: { url: `attachment://${file.name}` } }) as const),
      row(...buttons),
    ],
  }
  return { flags: componentsV2, components: [container], files: [...drawn, ...files] }
}

const gallery = (url: string, description: string): Gallery => ({ type: 12, items: [{ media: { url }, description }] })
