import type { ArticleKind } from '../types.ts'

/** What a guess at the kind goes by; `types` and `section` are a page's own words for itself. */
export interface Signs {
  readonly text: string
  readonly title?: string | null | undefined
  readonly url?: string | null | undefined
  readonly types?: readonly string[] | undefined
  readonly section?: string | null | undefined
}

/**
 * Guesses what sort of text this is: from the page's own word for it, then from wording, then from the sections of its
 * address. A text's kind decides whose voice its own voice is, so what is doubtful is `news`.
 */
export function guessKind(signs: Signs): ArticleKind {
  const start = signs.text.slice(0, 600)
  const title = signs.title ?? ''
  const types = (signs.types ?? []).join(' ')
  const sections = `${pathOf(signs.url)} /${signs.section ?? ''}/`.toLowerCase()
  if (/LiveBlogPosting/i.test(types) || isLive(title, signs.text)) return 'live'
  if (isTranscript(signs.text) || /^(?:full |read (?:the )?)?(?:rush )?transcript\b/i.test(title)) return 'transcript'
  if (/OpinionNewsArticle/i.test(types) || isOpinion(title, start)) return 'opinion'
  if (isRelease(start, signs.text)) return 'release'
  if (isStatement(title, start)) return 'statement'
  return kindOfSection(sections)
}

function kindOfSection(sections: string): ArticleKind {
  if (
    /\/(?:opinions?|op-?eds?|editorials?|commentary|commentisfree|comment|columnists?|columns?|letters(?:-to-the-editor)?|viewpoints?|ideas)\//.test(
      sections,
    )
  )
    return 'opinion'
  if (/\/(?:press-?releases?|news-?releases?|media-?releases?|pressroom|prnewswire)\//.test(sections)) return 'release'
  if (/\/(?:press-?statements?|official-?statements?|statements-releases|speeches|remarks)\//.test(sections))
    return 'statement'
  if (/\/(?:transcripts?)\//.test(sections)) return 'transcript'
  if (/\/(?:live|live-?blog|live-?news|live-?updates)\//.test(sections)) return 'live'
  return 'news'
}

/** The path without its last part, which is made of the headline's words. */
function pathOf(url: string | null | undefined): string {
  if (!url || !URL.canParse(url)) return ''
  return new URL(url).pathname.replace(/[^/]*$/, '')
}

function isLive(title: string, text: string): boolean {
  if (/\blive (?:updates|blog|coverage)\b|^live:|\bas it happened\b/i.test(title)) return true
  const entries =
    text.match(/^(?:\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|BST|UTC|[ECMP][SD]?T))?)(?=\s|$)/gim)?.length ?? 0
  return entries >= 4
}

/** Most paragraphs start with a speaker's name, and at least two names come back. */
function isTranscript(text: string): boolean {
  const paragraphs = text.slice(0, 50_000).split(/\n+/).filter(Boolean)
  const turns = new Map<string, number>()
  for (const paragraph of paragraphs) {
    const name =
      /^(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?\s*)?(\p{Lu}[\p{L}.’'-]*(?: [\p{Lu}(][\p{L}.’')-]*){0,4}|Q|A)\s?:\s/u.exec(
        paragraph,
      )?.[1]
    if (name) turns.set(name, (turns.get(name) ?? 0) + 1)
  }
  const labelled = [...turns.values()].reduce((sum, count) => sum + count, 0)
  const comeBack = [...turns.values()].filter((count) => count > 1).length
  return labelled >= 4 && labelled >= 0.4 * paragraphs.length && comeBack >= 2
}

function isOpinion(title: string, start: string): boolean {
  return (
    /^(?:opinions?|op-ed|editorial|commentary|column|comment|letters? to the editor|guest (?:essay|column)|viewpoint|analysis and opinion)\s*[:|–—-]|\|\s*(?:opinion|editorial|commentary|column)\b/i.test(
      title,
    ) ||
    /^(?:opinion|op-ed|editorial|letters? to the editor|to the editor|dear editor|sir,)\b\s*[:,|–—\n]/i.test(start) ||
    /\bthe (?:views|opinions) expressed (?:here |in this \w+ )?are (?:those of the author|the author[’']s|his|her|their|my) own\b/i.test(
      start,
    )
  )
}

/** "FOR IMMEDIATE RELEASE", a news wire's place line, or the line for inquiries at the end. */
function isRelease(start: string, text: string): boolean {
  if (
    /\b(?:for immediate release|embargoed until|press release|news release|media release)\b/i.test(start.slice(0, 200))
  )
    return true
  if (/\((?:business wire|globe ?newswire|ein ?presswire)\)|\/(?:pr ?newswire|canada newswire|cnw)\//i.test(start))
    return true
  return (
    /\n(?:###|-\s?30\s?-)\s*(?:\n|$)/.test(text.slice(-3000)) &&
    /\b(?:media|press) contacts?\b|\babout \p{Lu}/iu.test(text.slice(-3000))
  )
}

function isStatement(title: string, start: string): boolean {
  const wording =
    /^(?:(?:joint |official |public |full |press |read (?:the )?)*statement (?:by|from|of|on|to)\b|remarks (?:by|of|as prepared)\b|(?:open )?letter (?:from|to)\b|speech by\b)/i
  return (
    wording.test(title) ||
    wording.test(start) ||
    /^(?:we|i) (?:are|am) (?:issuing|releasing) (?:this|the following) statement\b/i.test(start)
  )
}
