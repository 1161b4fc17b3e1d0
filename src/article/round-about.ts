/**
 * Wording of what stands around an article rather than in it, by the line. Made from how news pages are commonly
 * built and worded; no pattern names a site. Each is tried on one trimmed block of text.
 */

/** A block that tells of a mistake that was put right. Kept wherever it stands. */
const corrections =
  /^[\s*(–—-]*(?:corrections?|clarifications?|corrected|editor[’']?s?[’']? note|this (?:article|story|post|report|piece|version) (?:has been|was) (?:updated|corrected|amended|changed|edited)|an earlier version|a previous version|update\b(?!d))/i

/** @returns whether the block is a correction note, an update note or an editor's note */
export function isCorrection(text: string): boolean {
  return corrections.test(text)
}

const monthOrDay =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?'
const zone =
  'am|pm|a\\.m\\.|p\\.m\\.|gmt|utc|bst|cet|[ecmp][sd]?t|eastern|pacific|at|on|st|nd|rd|th|ago|hours?|mins?|minutes?|days?|h|m|d'
const dateOnly = new RegExp(`^(?:(?<!\\p{L})(?:${monthOrDay}|${zone})(?!\\p{L})|\\d|[\\s.,:/|•·()–—-])+$`, 'iu')
const photoAgency =
  'getty(?: images)?|reuters|associated press|ap(?: photo)?|afp|epa|pa(?: (?:media|wire|images))?|shutterstock|istock|alamy|bloomberg|file(?: photo)?|courtesy|handout|instagram|twitter|facebook|youtube|unsplash|pixabay|flickr|wikimedia(?: commons)?'

/** Whole blocks that are dropped. `upTo` is how long a block of this sort may be, in characters. */
const lines: readonly { readonly upTo: number; readonly like: RegExp }[] = [
  // a line of signs, a page number, an address, a handle
  { upTo: 300, like: /^[^\p{L}\p{N}]+$/u },
  { upTo: 12, like: /^[\d\s.,/|-]+$/ },
  { upTo: 400, like: /^(?:https?:\/\/|www\.)\S+$/i },
  { upTo: 80, like: /^(?:(?:twitter|facebook|instagram)\.com\/\S+|@\w+|\S+@\S+\.\w+)$/i },
  { upTo: 500, like: /^(?:\/\*|<!--|\{\{|window\.|var |function\s*\()/ },
  // dates
  { upTo: 80, like: dateOnly },
  {
    upTo: 140,
    like: /^\W*(?:first |last |originally )?(?:published|updated|posted|modified|created|publié|veröffentlicht|publicado|pubblicato|опубликовано)(?:\s+on|\s+at|\s+by|\s*:|\s*$|\s+\S*\d|\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))/i,
  },
  { upTo: 60, like: /^\d{1,3} (?:min(?:ute)?s?|hours?|days?) (?:read|ago)$/i },
  {
    upTo: 200,
    like: /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b[^.]{0,30}(?:published|posted|publicado|categor\w*|tags?)\b.*$/i,
  },
  // bylines
  { upTo: 90, like: /^(?:by|written by|words by|posted by|story by|von|par|por|di|автор)\s*:?$/i },
  {
    upTo: 100,
    like: /^(?:[Bb]y|BY|[Ww]ritten by|[Ww]ords by|[Pp]osted by|[Ss]tory by)[:\s]+\p{Lu}[^.!?]*$/u,
  },
  // pictures
  {
    upTo: 400,
    like: /^\W*(?:image|photo|photograph|picture|pic|video|media|file|illustration|graphic|foto)s?\s*(?:credits?|captions?|copyright|source|courtesy|by|via|©|\/|:|\.\.\.|playback)/i,
  },
  {
    upTo: 300,
    like: /^\W*(?:credits?|captions?|cover (?:image|photo)|featured image|header image|quelle|bild)\s*(?:…|\.\.\.|:|$|by\b|via\b)/i,
  },
  {
    upTo: 400,
    like: /[([](?:images?|photos?|pics?|pictures?|credits?|picture credit|video|courtesy)(?: (?:by|credit|courtesy))?\s*[:/©]?\s[^()[\]]{2,80}[)\]]\s*$/i,
  },
  {
    upTo: 400,
    like: /\((?:[^()]{0,40}\b(?:via|\/)\s*)?(?:ap photo|getty images|afp|reuters|photo by|file photo|[^()]*\/(?:ap|afp|getty|reuters|getty images))\b[^()]*\)\.?\s*$/i,
  },
  { upTo: 60, like: new RegExp(`^\\W*(?:(?:${photoAgency})[\\s/|,–—-]*)+(?:images?|photos?)?\\W*$`, 'i') },
  {
    upTo: 120,
    like: new RegExp(
      `^[\\p{Lu}][\\p{L}.’' -]{2,50}\\s*[/|]\\s*(?:the )?(?:${photoAgency}|[\\p{Lu}][\\p{L} ]{2,30} via (?:${photoAgency}))$`,
      'iu',
    ),
  },
  { upTo: 60, like: /^(?:image|photo|slide|picture) \d+ (?:of|\/)\s*\/?\s*\d+$|^\d+ (?:of|\/) \d+$/i },
  {
    upTo: 30,
    like: /^(?:caption|close|hide caption|toggle caption|enlarge(?: image)?|play(?: video)?|replay|expand|view gallery|view image|full ?screen|loading(?: content)?\W*|null|image|video|audio)$/i,
  },
  // other stories
  {
    upTo: 300,
    like: /^\W*(?:(?:read|see|watch|listen|click|learn|find out|view|check)(?: also| more| next| now| this| it| here| the full (?:story|article|review))+|also (?:read|see|watch|on|in)|related(?: \p{L}+){0,2}|more(?: \p{L}+){0,3}|don[’']?t miss|must[ -]read|must see|recommended|trending|in case you missed it|icymi|previously|further reading|suggested reading|what to (?:read|know)(?: next)?|leggi anche|lesen sie auch|mehr zum thema|lire aussi|à lire|leia (?:também|mais)|lee también|le puede interesar|lees ook|läs också|читайте также|смотрите также|читайте)\s*(?:\bon\b[^:]{0,30})?[:：|>»–—]\s*\S/iu,
  },
  {
    upTo: 300,
    like: /^\W*[([]\s*(?:read|see|watch|leggi anche|lire aussi|lesen sie auch|читайте также)\b(?: also| more)?[^()]*[)\]]\W*$/i,
  },
  {
    upTo: 60,
    like: /^\W*(?:read|see|watch|load|view|show|learn|find out|discover) (?:more|all|less|full (?:article|story|bio|profile)|comments?)(?: \p{L}+){0,5}\W*$/iu,
  },
  // letters, accounts, applications
  {
    upTo: 350,
    like: /^\W*(?:please )?(?:sign up|subscribe|register|sign in|log ?in|join (?:us|our|the conversation|now)|get (?:the|our|your|more) (?:latest|daily|free|best|morning|top|news|stories|email|exclusive)[^.]*(?:inbox|newsletter|email|delivered|app)|download (?:our|the) [^.]*app|click (?:here|on)|tap here|want (?:more|to read)[^.?]*\?|enjoy(?:ed|ing)? (?:this|what|reading)[^.?]*\?|like what you[^.?]*\?|support (?:our|us|quality|independent)[^.]*|become a (?:member|subscriber|patron)|donate (?:now|today|here)|enter your email|your email address|you can unsubscribe|have a (?:news )?tip|got a (?:news )?tip|send (?:us )?(?:your )?tips|don[’']t have an account|already (?:a subscriber|have an account)|thanks? (?:you )?for (?:reading|subscribing|signing up))\b/i,
  },
  {
    upTo: 300,
    like: /^\W*(?:you can )?(?:follow|like|find|contact|email|e-mail|reach|tweet|connect with|listen to|watch) [^.!?]{0,80}\b(?:on|at|in|via) (?:[^.!?]{0,30}\b)?(?:twitter|facebook|instagram|youtube|linkedin|telegram|whatsapp|google news|spotify|itunes|apple podcasts|@\w+|https?:|\S+@\S+)/i,
  },
  {
    upTo: 200,
    like: /^\W*(?:listen|download|itunes|spotify|rss|apple podcasts|soundcloud|stitcher)\s*:\s*(?:https?:\/\/|www\.)\S+/i,
  },
  {
    upTo: 80,
    like: /^(?:share|share (?:this|on|via|with)[^.]*|tweet(?: this)?|e-?mail(?: this)?|print(?: this)?|save|copy link|pin it|whatsapp|facebook|twitter|linkedin|reddit|pinterest|flipboard|messenger|comments?(?: \(?\d+\)?)?|\d+ comments?|\d+ shares?|no comments?|leave a (?:comment|reply)[^.]*|add a comment|view comments|show comments|join the (?:conversation|discussion)|back to top|skip to [^.]*|next|previous|menu|search|home|subscribe|sign in|sign up|log in|like|follow|follow us[^.]*|print this article)$/i,
  },
  // rights, agencies, helpers
  {
    upTo: 400,
    like: /^\W*(?:©|\(c\)|copyright\b)|\ball rights reserved\b|\bmay not be (?:published|reproduced)\b|^via [\p{L}.]+$/iu,
  },
  { upTo: 80, like: /^\W*(?:sources?|quellen?|fonte|fuente|источник)\s*:\s*[^.!?]{1,60}$/i },
  { upTo: 500, like: /\bcontributed (?:to|reporting|reporting to|additional)\b[^.]*\.?\W*$/i },
  {
    upTo: 400,
    like: /^[\s([]*(?:additional |with )?(?:reporting|writing|report|editing|compiled|edited|translated|produced) (?:and \w+ )?by\b.*$/i,
  },
  {
    upTo: 300,
    like: /\b(?:affiliate (?:links?|commission)|earn (?:a|an) (?:small )?(?:affiliate )?commission|we may (?:earn|receive|get) (?:a )?(?:commission|compensation|share))\b/i,
  },
  {
    upTo: 120,
    like: /^\W*(?:advertisement|advertising|sponsored(?: content| post| by .*)?|ad|promoted(?: content)?|paid (?:content|post)|story continues(?: below)?.*|article continues (?:below|after).*|continue reading.*|scroll (?:down )?(?:for more|to continue).*|keep reading.*|this (?:video|content|story|article) is (?:not available|only available|brought to you).*)$/i,
  },
  {
    upTo: 400,
    like: /^\W*(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|labels?|posted in|in this (?:article|story)|tagged(?: as| with)?|schlagworte|etiquetas|метки|теги)\s*(?::|\bunder\b)/i,
  },
]

/** @returns whether the block is no part of an article, wherever on the page it stands */
export function isRoundAbout(text: string): boolean {
  if (text.length > 500 || isCorrection(text)) return false
  return lines.some((line) => text.length <= line.upTo && line.like.test(text))
}

const headings =
  /^\W*(?:(?:more|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|we (?:also )?recommend|recommended(?: for you| stories| reading| videos| articles)?|related(?: \p{L}+){0,3}|more(?: (?:from|on|in|about|like this|for you|stories|news|articles|top stories|headlines|coverage|to read|reading))(?: [^.!?]*)?|more [\p{Lu}][\p{L}]+(?: \p{L}+)? (?:news|stories)|read (?:more|next|also)|see also|further reading|don[’']?t miss|trending(?: \p{L}+){0,3}|(?:most )?popular(?: \p{L}+){0,3}|most (?:read|viewed|shared|commented|discussed)(?: [^.!?]*)?|latest(?: (?:news|stories|posts|articles|videos|headlines))?|recent (?:posts|articles|stories|news|comments)|top (?:stories|news|headlines|videos|picks)|editor[’']?s?[’']? (?:picks?|choice)|next (?:story|article|post|up)|what to read next|around the web|from (?:the web|our partners|around the web)|sponsored(?: \p{L}+){0,2}|promoted(?: \p{L}+){0,2}|story timeline|about (?:the )?(?:author|writer|reporter|contributor)s?|about us|author|contact(?: us)?|media contacts?|press contacts?|comments?(?: \(?\d+\)?)?|\d+ (?:comments|responses|thoughts)[^.!?]*|join the (?:conversation|discussion)|leave a (?:reply|comment)|add (?:a|your) comment|post a comment|tags?|topics|share (?:this|on)?[^.!?]*|follow us[^.!?]*|stay connected|newsletters?|sign up[^.!?]*|subscribe[^.!?]*|get the[^.!?]*newsletter|advertisement|links|resources|leggi anche|articoli correlati|potrebbe interessarti[^.!?]*|das könnte sie auch interessieren|ähnliche (?:artikel|beiträge)|mehr zum thema|articles (?:liés|similaires)|à lire aussi|sur le même sujet|artigos relacionados|leia (?:também|mais)|artículos relacionados|noticias relacionadas|te puede interesar|gerelateerd[^.!?]*|lees ook|похожие (?:статьи|записи|новости)|читайте также|другие новости|комментарии|관련기사|関連記事))\s*[:.…»>]*\s*$/iu

/** @returns whether the block is a heading over other stories, comments, notes on the author and their like */
export function isTailHeading(text: string): boolean {
  return text.length <= 70 && headings.test(text)
}

/** @returns whether a tail heading is one that nothing of the article follows: comments, notes on author or publisher */
export function endsArticle(text: string): boolean {
  return /comment|repl(?:y|ies)|respon|discussion|thoughts|about|author|contact|комментарии/i.test(text)
}

const trade =
  'reporter|writer|journalist|editor|correspondent|columnist|author|contributor|fellow|professor|producer|blogger|freelancer?|curator|anchor|critic|analyst|host|lecturer|researcher|photographer|director|strategist|founder'
const bio = new RegExp(
  `^[\\p{Lu}@][^.!?]{2,80}?\\b(?:is|was|has been) (?:(?:a|an|the|our|also)\\b|[\\p{L}’'. ]+[’']s? )[^.!?]{0,120}\\b(?:${trade})s?\\b|^[\\p{Lu}][\\p{L}.’' -]+ (?:covers|writes (?:about|for)|reports (?:on|for|from))\\b|\\bcan be (?:reached|followed|found|contacted) (?:at|on|via)\\b|^(?:follow|contact|email|e-mail) (?:him|her|them|[\\p{Lu}]\\p{L}+)\\b|^about [\\p{Lu}]`,
  'iu',
)

/** @returns whether the block reads as a note on its author; only to be asked of a page's last blocks */
export function isAboutAuthor(text: string): boolean {
  return text.length <= 700 && bio.test(text)
}
