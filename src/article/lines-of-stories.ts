import { any, type Line, starting, whole } from './wording.ts'

const readAlso = any(
  '(?:(?:read|see|watch|listen|click|learn|find out|view|check)(?: also| more| next| now| this| it| here| the full (?:story|article|review))+)',
  'also (?:read|see|watch|on|in)',
  'related(?: (?:story|stories|articles?|posts?|news|coverage|content|topics?|videos?|links?|reading))?',
  'more(?: (?:on|from|in|about|coverage|news|stories|info|information|here|reading|to read|like this)(?: [^:]{1,40})?)?',
  "don[’']?t miss",
  'must[ -](?:read|see)',
  'recommended',
  'trending',
  'in case you missed it',
  'icymi',
  'previously',
  '(?:further|suggested) reading',
  'what to read(?: next)?',
  'leggi anche',
  'lesen sie auch',
  'mehr zum thema',
  'lire aussi',
  'à lire',
  'leia (?:também|mais)',
  'lee también',
  'le puede interesar',
  'lees ook',
  'läs också',
  'читайте также',
  'смотрите также',
)

/** Links to other stories. */
export const otherStories: readonly Line[] = [
  { upTo: 300, like: starting(`${readAlso}\\s*[:：|>»–—]\\s*\\S`) },
  {
    upTo: 300,
    like: /^[([]\s*(?:read|see|watch|leggi anche|lire aussi|lesen sie auch|читайте также)\b(?: also| more)?[^()]*[)\]]\W*$/i,
  },
  {
    upTo: 60,
    like: whole(
      `${any('read', 'see', 'watch', 'load', 'view', 'show', 'learn', 'find out', 'discover')} ${any('more', 'all', 'less', 'full (?:article|story|bio|profile)', 'comments?')}(?: \\p{L}+){0,5}`,
    ),
  },
]
