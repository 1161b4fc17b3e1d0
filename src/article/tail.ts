import { any, whole } from './wording.ts'

const stories = any(
  'news',
  'stories',
  'story',
  'posts?',
  'articles?',
  'topics?',
  'videos?',
  'content',
  'links',
  'coverage',
  'headlines',
  'reading',
  'searches',
)

const otherStories = [
  'more',
  'more (?:from|on|in|about|like this|for you|stories|news|articles|top stories|headlines|coverage|to read|reading)(?: [^.!?]*)?',
  'more \\p{L}+(?: \\p{L}+)? (?:news|stories)',
  'you (?:may|might) (?:also )?(?:like|enjoy|be interested in)',
  'we (?:also )?recommend',
  `recommended(?: for you| ${stories})?`,
  `related(?: ${stories}| to this (?:story|article))?`,
  `(?:top|latest|recent|most recent|trending|popular|most popular|promoted|sponsored) ${stories}(?: [^.!?]{1,30})?`,
  'trending(?: now| today)?',
  '(?:most )?popular(?: now| today| this week)?',
  'most (?:read|viewed|shared|commented|discussed)(?: [^.!?]{1,30})?',
  'latest',
  'read (?:more|next|also)',
  'see also',
  'further reading',
  "don[’']?t miss",
  "editor[’']?s?[’']? (?:picks?|choice)",
  'next (?:story|article|post|up)',
  'what to read next',
  '(?:from )?around the web',
  'from (?:the web|our partners)',
  'story timeline',
  'leggi anche',
  'articoli correlati',
  'potrebbe interessarti[^.!?]*',
  'das könnte sie auch interessieren',
  'ähnliche (?:artikel|beiträge)',
  'mehr zum thema',
  'articles (?:liés|similaires)',
  'à lire aussi',
  'sur le même sujet',
  'artigos relacionados',
  'leia (?:também|mais)',
  'artículos relacionados',
  'noticias relacionadas',
  'te puede interesar',
  'gerelateerd[^.!?]*',
  'lees ook',
  'похожие (?:статьи|записи|новости)',
  'читайте также',
  'другие новости',
  '관련기사',
  '関連記事',
]

const closing = [
  'about (?:the )?(?:author|writer|reporter|contributor)s?',
  'about us',
  'author',
  '(?:media |press )?contacts?(?: us)?',
  '(?:recent )?comments?(?: \\(?\\d+\\)?)?',
  '\\d+ (?:comments|responses|thoughts)[^.!?]*',
  'join the (?:conversation|discussion)',
  'leave a (?:reply|comment)',
  '(?:add|post) (?:a|your) comment',
  'комментарии',
]

const furniture = [
  'tags?',
  'topics',
  'share(?: (?:this|on)[^.!?]*)?',
  'follow us[^.!?]*',
  'stay connected',
  'newsletters?',
  'sign up[^.!?]*',
  'subscribe[^.!?]*',
  'get the[^.!?]*newsletter',
  'advertisement',
]

const anyHeading = whole(...otherStories, ...closing, ...furniture)
const closingHeading = whole(...closing)

/** @returns whether the line is a heading over other stories, comments, notes on the author and their like */
export function isTailHeading(text: string): boolean {
  return text.length <= 70 && anyHeading.test(text)
}

/** @returns whether it is a tail heading after which no article goes on: comments, notes on author or publisher */
export function endsArticle(text: string): boolean {
  return text.length <= 70 && closingHeading.test(text)
}

const trade = any(
  'reporter',
  'writer',
  'journalist',
  'editor',
  'correspondent',
  'columnist',
  'author',
  'contributor',
  'fellow',
  'professor',
  'producer',
  'blogger',
  'freelancer?',
  'curator',
  'anchor',
  'critic',
  'analyst',
  'host',
  'lecturer',
  'researcher',
  'photographer',
  'director',
  'strategist',
  'founder',
  'consultant',
)

const bio = new RegExp(
  any(
    `^[\\p{Lu}@][^.!?]{2,80}?\\b(?:is|was|has been) (?:(?:a|an|the|our|also)\\b|[\\p{L}’'. ]{2,60}[’']s? )[^.!?]{0,120}\\b${trade}s?\\b`,
    `^\\p{Lu}[\\p{L}.’' -]{2,60} (?:covers|writes (?:about|for)|reports (?:on|for|from))\\b`,
    '^about \\p{Lu}',
  ),
  'iu',
)
const reachable =
  /@\w|\b(?:can be|be) (?:reached|followed|found|contacted) (?:at|on|via)\b|^(?:follow|contact|e-?mail) (?:him|her|them|me)\b/i

/**
 * Whether one of a page's last lines is a note on its author: it says who they are, and is set apart by italics, by
 * how to reach them, or by being about the one in the byline.
 */
export function isAboutAuthor(text: string, set: { readonly emphasised: boolean; readonly byline: boolean }): boolean {
  if (text.length > 700) return false
  return bio.test(text)
    ? set.emphasised || set.byline || reachable.test(text)
    : reachable.test(text) && text.length < 200
}
