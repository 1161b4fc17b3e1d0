import { any, isReporting, starting, whole } from './wording.ts'

/**
 * Wording of what stands around an article rather than in it, line by line. Made from how news pages are commonly
 * built and worded in English, with the commonest phrases of a few other languages; no pattern names a site.
 */
interface Line {
  /** The longest that a line of this sort is, in characters; longer ones are text. */
  readonly upTo: number
  readonly like: RegExp
  /** Only where the line doesn't tell what somebody said. */
  readonly unlessReporting?: true
}

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const day = 'mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?'
const clock =
  'am|pm|a\\.m\\.|p\\.m\\.|gmt|utc|bst|cet|[ecmp][sd]?t|eastern|pacific|at|on|st|nd|rd|th|ago|hours?|mins?|minutes?|days?|h|m|d'
const dateWords = any(month, day, clock)

const dates: readonly Line[] = [
  { upTo: 80, like: new RegExp(`^(?:(?<!\\p{L})${dateWords}(?!\\p{L})|\\d|[\\s.,:/|•·()–—-])+$`, 'iu') },
  {
    upTo: 140,
    like: starting(
      `(?:first |last |originally )?${any('published', 'updated', 'posted', 'modified', 'created', 'publié', 'veröffentlicht', 'publicado', 'pubblicato', 'опубликовано')}${any('\\s+(?:on|at|by)\\s', '\\s*:', '\\s*$', '\\s+\\S*\\d', `\\s+${any(month, day)}\\b`)}`,
    ),
  },
  { upTo: 60, like: /^\d{1,3} (?:min(?:ute)?s?|hours?|days?) (?:read|ago)$/i },
  {
    upTo: 200,
    like: /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b[^.]{0,30}\b(?:published|posted|publicado|categor\w*|tags?)\b/i,
  },
]

const bylines: readonly Line[] = [
  {
    upTo: 30,
    like: whole('by', 'written by', 'words by', 'posted by', 'story by', 'von', 'par', 'por', 'di', 'автор'),
  },
  { upTo: 100, like: /^(?:[Bb]y|BY|[Ww]ritten by|[Ww]ords by|[Pp]osted by|[Ss]tory by)[:\s]+\p{Lu}[^.!?]*$/u },
]

const agency = any(
  'getty(?: images)?',
  'reuters',
  'associated press',
  'ap(?: photo)?',
  'afp',
  'epa',
  'pa(?: (?:media|wire|images))?',
  'shutterstock',
  'istock',
  'alamy',
  'bloomberg',
  'file(?: photo)?',
  'courtesy',
  'handout',
  'instagram',
  'twitter',
  'facebook',
  'youtube',
  'unsplash',
  'pixabay',
  'flickr',
  'wikimedia(?: commons)?',
)
const picture = any('image', 'photo', 'photograph', 'picture', 'pic', 'video', 'illustration', 'graphic', 'foto')

const pictures: readonly Line[] = [
  {
    upTo: 400,
    like: starting(
      `(?:media|${picture})s?\\s*${any('credits?\\b', 'captions?\\b', 'copyright\\b', 'source:', 'courtesy\\b', '©', '/', ':', 'playback\\b')}`,
    ),
  },
  { upTo: 110, like: starting(`${picture}s?\\s+(?:by|via)\\b`), unlessReporting: true },
  {
    upTo: 300,
    like: starting(
      `${any('credits?', 'captions?', 'cover image', 'cover photo', 'featured image', 'header image', 'quelle', 'bild')}\\s*(?:…|\\.\\.\\.|:|$)`,
    ),
  },
  // "… (Image: SOMEBODY)" and "… (AP Photo/Somebody)" at the end
  {
    upTo: 400,
    like: new RegExp(
      `[([](?:${picture}s?|credits?|${picture} credit|courtesy)(?: (?:by|credit|courtesy))?\\s*[:/©]?\\s[^()[\\]]{2,80}[)\\]]\\s*$`,
      'i',
    ),
  },
  {
    upTo: 400,
    like: /\((?:ap photo|getty images|photo by|file photo|[^()/]{2,60}\/(?:ap|afp|getty|reuters|getty images)|[^()]{2,60} via (?:ap|getty images|reuters))\b[^()]{0,80}\)\.?\s*$/i,
  },
  { upTo: 60, like: new RegExp(`^\\W*(?:${agency}[\\s/|,–—-]*)+(?:images?|photos?)?\\W*$`, 'i') },
  {
    upTo: 120,
    like: new RegExp(
      `^\\p{Lu}[\\p{L}.’' -]{2,50}\\s*[/|]\\s*(?:the )?(?:${agency}|\\p{Lu}[\\p{L} ]{2,30} via ${agency})$`,
      'iu',
    ),
  },
  { upTo: 60, like: /^(?:image|photo|slide|picture) \d+ (?:of|\/)\s*\/?\s*\d+$|^\d+ (?:of|\/) \d+$/i },
  {
    upTo: 30,
    like: whole(
      'caption',
      'close',
      'hide caption',
      'toggle caption',
      'enlarge(?: image)?',
      'play(?: video)?',
      'replay',
      'expand',
      'view (?:gallery|image)',
      'full ?screen',
      'loading(?: content)?',
      'null',
      'image',
      'video',
      'audio',
    ),
  },
]

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

const otherStories: readonly Line[] = [
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

const platform = any(
  'twitter',
  'facebook',
  'instagram',
  'youtube',
  'linkedin',
  'telegram',
  'whatsapp',
  'google news',
  'spotify',
  'itunes',
  'apple podcasts',
  'bluesky',
  'threads',
  'tiktok',
)

const requests: readonly Line[] = [
  {
    upTo: 350,
    unlessReporting: true,
    like: starting(
      '(?:please )?(?:sign up|subscribe|register|sign in|log ?in)\\b',
      'join (?:us|our|the conversation|now)\\b',
      'get (?:the|our|your|more) (?:latest|daily|free|best|morning|top|news|stories|email|exclusive)[^.]*\\b(?:inbox|newsletter|email|delivered|app)\\b',
      'download (?:our|the) [^.]*app\\b',
      '(?:click|tap) here\\b',
      'want (?:more|to read)\\b[^.?]*\\?',
      'enjoy(?:ed|ing)? (?:this|what|reading)\\b[^.?]*\\?',
      'like (?:this|what you)\\b[^.?]*\\?',
      'support (?:our (?:journalism|work|newsroom)|quality journalism|independent journalism)\\b',
      'become a (?:member|subscriber|patron)\\b',
      'donate (?:now|today|here)\\b',
      '(?:enter )?your email(?: address)?\\b',
      'you can unsubscribe\\b',
      '(?:have|got) a (?:news )?tip\\b',
      'send (?:us )?(?:your )?tips\\b',
      "don[’']t have an account\\b",
      'already (?:a subscriber|have an account)\\b',
      'thanks? (?:you )?for (?:reading|subscribing|signing up)\\b',
      'this (?:site|website) uses cookies\\b',
      'we use cookies\\b',
    ),
  },
  {
    upTo: 300,
    unlessReporting: true,
    like: starting(
      `(?:you can )?${any('follow', 'like', 'find', 'contact', 'e-?mail', 'reach', 'tweet', 'connect with', 'listen to', 'watch')} [^.!?]{0,80}\\b(?:on|at|in|via) (?:[^.!?]{0,30}\\b)?${any(platform, 'https?:')}`,
    ),
  },
  {
    upTo: 300,
    like: starting(`${any('follow', 'contact', 'e-?mail', 'reach', 'tweet')} [^!?]{0,80}(?:\\S@\\S+\\.\\w|\\s@\\w)`),
    unlessReporting: true,
  },
  {
    upTo: 200,
    like: starting(
      `${any('listen', 'download', 'itunes', 'spotify', 'rss', 'apple podcasts', 'soundcloud', 'stitcher')}\\s*:\\s*(?:https?://|www\\.)\\S+`,
    ),
  },
  {
    upTo: 80,
    like: whole(
      'share(?: (?:this|on|via|with)[^.]*)?',
      '(?:tweet|e-?mail|print)(?: this(?: article)?)?',
      'save',
      'copy link',
      'pin it',
      platform,
      'reddit',
      'pinterest',
      'flipboard',
      'messenger',
      'comments?(?: \\(?\\d+\\)?)?',
      '\\d+ (?:comments?|shares?|views?)',
      'no comments?',
      '(?:leave|add) a (?:comment|reply)[^.]*',
      '(?:view|show) comments',
      'join the (?:conversation|discussion)',
      'back to top',
      'skip to [^.]*',
      'next',
      'previous',
      'menu',
      'search',
      'home',
      'subscribe',
      'sign (?:in|up)',
      'log in',
      'like',
      'follow(?: us[^.]*)?',
    ),
  },
]

const rights: readonly Line[] = [
  {
    upTo: 400,
    like: /^\W*(?:©|ⓒ|\(c\)|copyright\b\W*(?:©|\(c\)|ⓒ|\d{4}|by\b))|\ball rights reserved\b|\bmay not be (?:published|reproduced)\b|^via [\p{L}.]+$/iu,
  },
  { upTo: 80, like: /^(?:sources?|quellen?|fonte|fuente|источник)\s*:\s*[^.!?]{1,60}$/i },
  {
    upTo: 500,
    like: /\bcontributed (?:(?:to|for) (?:this|the) (?:report|story|article|piece|post)|(?:additional )?reporting)\b[^.]*\.?\W*$/i,
  },
  {
    upTo: 400,
    like: /^[\s([]*(?:(?:additional |with )?reporting|writing|editing|compiled|edited|translated) (?:and \w+ )?by\s+\p{L}/iu,
    unlessReporting: true,
  },
  {
    upTo: 300,
    like: /\b(?:affiliate (?:links?|commission)|earn (?:a|an) (?:small )?(?:affiliate )?commission|we may (?:earn|receive|get) (?:a )?(?:commission|compensation|share))\b/i,
    unlessReporting: true,
  },
  {
    upTo: 120,
    like: whole(
      'advertisement',
      'advertising',
      'sponsored(?: content| post| by .*)?',
      'ad',
      'promoted(?: content)?',
      'paid (?:content|post)',
      '(?:story|article) continues\\b.*',
      'continue reading.*',
      'scroll (?:down )?(?:for more|to continue).*',
      'keep reading.*',
      'this (?:video|content|story|article) is (?:not available|only available|brought to you).*',
    ),
  },
  {
    upTo: 400,
    like: /^(?:(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|labels?|tagged(?: as| with)?|schlagworte|etiquetas|метки|теги)\s*:|(?:filed|tagged|posted) under\b)/i,
  },
]

const signs: readonly Line[] = [
  { upTo: 300, like: /^[^\p{L}\p{N}]+$/u },
  { upTo: 12, like: /^[\d\s.,/|-]+$/ },
  { upTo: 400, like: /^(?:https?:\/\/|www\.)\S+$/i },
  { upTo: 80, like: /^(?:(?:twitter|facebook|instagram)\.com\/\S+|@\w+|\S+@\S+\.\w+)$/i },
  { upTo: 500, like: /^(?:\/\*|<!--|\{\{|window\.|var \w+ ?=|function\s*\()/ },
]

const lines: readonly Line[] = [...signs, ...dates, ...bylines, ...pictures, ...otherStories, ...requests, ...rights]

/** @returns whether the line is no part of an article, wherever on the page it stands */
export function isRoundAbout(text: string): boolean {
  if (text.length > 500 || isCorrection(text)) return false
  const reporting = isReporting(text)
  return lines.some((line) => text.length <= line.upTo && !(line.unlessReporting && reporting) && line.like.test(text))
}

const correction = starting(
  'corrections?\\b',
  'clarifications?\\b',
  'corrected\\b',
  "editor[’']?s?[’']? note\\b",
  'this (?:article|story|post|report|piece|version) (?:has been|was) (?:updated|corrected|amended|changed|edited)\\b',
  'an earlier version\\b',
  'a previous version\\b',
  'update(?: \\d+)?\\s*[:(–—-]',
)

/** @returns whether the line tells of a mistake put right or of an update: kept wherever it stands */
export function isCorrection(text: string): boolean {
  return correction.test(text)
}
