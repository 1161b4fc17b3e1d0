import type { PageDocument, PageElement } from './dom.ts'

/** Holds no text that is read, or none that is the article's. */
const neverText =
  'script:not([type*="ld+json"]), style, noscript, template, iframe, svg, figcaption, button, select, textarea'

/** Stands around an article, unless a page wraps the article in it (some wrap all they have in a form). */
const elementsOut =
  'nav, form, dialog, aside, [role="navigation"], [role="dialog"], [role="complementary"], [role="contentinfo"], ' +
  '[role="search"], [hidden], [aria-hidden="true"], [itemprop="author"], [itemprop="caption"], ' +
  '[itemprop="datePublished"], [itemprop="dateModified"], [rel="author"], [data-ad]'

const structural = new Set(['HTML', 'BODY', 'HEAD', 'ARTICLE', 'MAIN'])

/**
 * Words that publishing systems put into class names and ids of what stands around an article. Each is matched between
 * hyphens, underscores and changes of case ("article__share-bar", "ShareBar").
 */
const roundAbout = new RegExp(
  `(?:^|[-_ ])(?:${[
    'ads?|advert|adverts|advertis(?:ing|ement|ements)|adslot|ad-?(?:unit|wrap|wrapper|container|slot|box|label)|dfp|sponsor|sponsored|sponsorship|partner-?content|outbrain|taboola|revcontent|zergnet',
    'shar(?:e|es|ing)|share-?(?:bar|tools|buttons?|links|this)|social|socials|social-?(?:media|share|links|icons|bar)|sharedaddy|addthis|addtoany|follow-?(?:us|me)',
    'newsletters?|news-?letter-?signup|sign-?up|subscri(?:be|ption)|mailing-?list|opt-?in|call-?to-?action|cta',
    'related|relatedposts|related-?(?:articles?|stories|posts?|links|content|news|topics)|recirc|recirculation|recommended|recommendations?|read-?(?:more|next|also)|also-?(?:read|like)|see-?also|more-?(?:on|from|stories|news|like|in)|trending|most-?(?:read|popular|viewed|shared)|popular|popular-?posts|latest-?(?:news|stories|posts)|up-?next|next-?(?:article|story|post)|prev-?next|post-?nav|pagination|pager|teasers?|jnews-inline|inline-?promo|promos?|promo-?box|read-?on',
    'captions?|image-?caption|photo-?caption|wp-caption-text|credits?|image-?credit|photo-?credit|photographer|copyright|media-?caption|cutline|gallery-?(?:caption|info|count)|slideshow|slide-?show|lightbox|carousel',
    'by-?lines?|author-?(?:bio|box|info|card|name|meta|details|profile|block|description)|about-?(?:the-?)?author|bio|biography|contributors?|dateline|date-?line|post-?(?:date|meta|info)|entry-?(?:date|meta|footer)|article-?(?:date|meta|info|header-?meta|time|tags|topics|footer)|published|publish-?date|pub-?date|time-?stamp|last-?updated',
    'taglist|tag-?(?:list|links|cloud)|tags|tags-?(?:list|links)|post-?tags|topics|topic-?(?:list|tags)|cat-?links|breadcrumbs?|kicker|eyebrow',
    'comments?-?(?:area|section|list|form|count|link|wrap|wrapper|container|thread)?|respond|disqus|livefyre|fb-comments|reader-?comments',
    'cookies?|cookie-?(?:banner|notice|consent|policy)|consent|gdpr|pop-?up|popover|modal|overlay|interstitial|tooltip',
    'pull-?quotes?|pq|toolbar|tools|utility|site-?(?:header|footer|nav)|masthead|nav|navbar|navigation|menu|side-?bar|widgets?|footer|skip-?(?:link|nav|to)|sr-only|screen-?reader(?:-text)?|visually-?hidden|print-?only|off-?screen',
    'sub-?(?:title|headline)|deck|dek|stand-?first|article-?(?:summary|dek|deck|intro-text|subtitle)|post-?excerpt',
    'poll|quiz|rating|ratings|audio-?player|video-?player|player|jw-?player|playlist|correction-?form|feedback|report-?error|contact-?(?:us|info)|rss|donate|donation|support-?us|membership|login|log-?in|sign-?in|register',
  ].join('|')})(?=$|[-_ ])`,
  'i',
)

/** What is kept whatever its name says: posts of others that the article shows, and notes of corrections. */
const keep = /(?:^|[-_ ])(?:tweet|twitter-tweet|instagram-media|corrections?|clarification|editors?-?note)(?=$|[-_ ])/i

/** Names of the summary under a headline; where more than two are called so, they are headings within the text. */
const summary = /title|headline|deck|dek|stand|article|excerpt/i

/** The largest part of the page's prose that all that is called alike ("promo", "slide") may hold and still be taken out. */
const mostProse = 0.2
const inline = new Set('A ABBR B CITE EM FONT I MARK Q S SMALL SPAN STRONG SUB SUP TIME U'.split(' '))

/**
 * Takes out of a page what stands around an article: menus, captions, share bars, boxes for newsletters and related
 * stories, notes on the author. Goes by element and by the words that class names and ids are made of, never by site.
 * What holds the headline, or stands within a sentence, or holds more than a fifth of the page's prose together with
 * all that is called alike, stays. Changes the page.
 */
export function stripPage(page: PageDocument): void {
  for (const element of [...page.querySelectorAll(neverText)]) element.remove()
  const prose = proseBelow(page)
  const whole = prose.get(page.documentElement) ?? 0
  const holdsHeadline = ancestorsOf(page.getElementsByTagName('h1'))
  for (const element of [...page.querySelectorAll(elementsOut)])
    if (!holdsHeadline.has(element) && (prose.get(element) ?? 0) <= mostProse * whole) element.remove()
  const called = new Map<string, { readonly elements: PageElement[]; prose: number }>()
  for (const element of [...page.querySelectorAll('*')]) {
    if (structural.has(element.tagName.toUpperCase()) || holdsHeadline.has(element)) continue
    const names = namesOf(element)
    const word = names && !keep.test(names) && roundAbout.exec(names)?.[0]
    if (!word || isWithinSentence(element)) continue
    const alike = called.get(word.toLowerCase()) ?? { elements: [], prose: 0 }
    called.set(word.toLowerCase(), alike)
    alike.elements.push(element)
    // Nested elements of one name would count their prose twice.
    if (!isIn(element, alike.elements.at(-2))) alike.prose += isComments(names) ? 0 : (prose.get(element) ?? 0)
  }
  for (const [word, { elements, prose: together }] of called) {
    const isText = together > mostProse * whole || (summary.test(word) && elements.length > 2)
    if (!isText) for (const element of elements) element.remove()
  }
}

/** A link or a word in a sentence, whatever it is called: taking it out would change what the sentence says. */
function isWithinSentence(element: PageElement): boolean {
  if (!inline.has(element.tagName.toUpperCase())) return false
  const paragraph = element.closest('p, li, blockquote')
  if (!paragraph) return false
  const length = (paragraph.textContent ?? '').trim().length
  return length - (element.textContent ?? '').trim().length >= 40
}

function isIn(element: PageElement, other: PageElement | undefined): boolean {
  return Boolean(other?.contains(element))
}

/** Class names and id, words parted by hyphens: "articleShareBar" is "article-Share-Bar". */
function namesOf(element: PageElement): string {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.trim().slice(0, 500)
  return names.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/[_.:]+/g, '-')
}

function isComments(names: string): boolean {
  return /(?:^| )(?:comments|disqus-thread|respond|comment-list)(?= |$)/i.test(names)
}

/** Letters of text in paragraphs below each element; one walk up for each paragraph. */
function proseBelow(page: PageDocument): ReadonlyMap<PageElement, number> {
  const prose = new Map<PageElement, number>()
  for (const paragraph of page.getElementsByTagName('p')) {
    const length = (paragraph.textContent ?? '').trim().length
    for (let at: PageElement | null = paragraph; at; at = at.parentElement) prose.set(at, (prose.get(at) ?? 0) + length)
  }
  return prose
}

function ancestorsOf(elements: Iterable<PageElement>): ReadonlySet<PageElement> {
  const above = new Set<PageElement>()
  for (const element of elements)
    for (let at: PageElement | null = element; at && !above.has(at); at = at.parentElement) above.add(at)
  return above
}
