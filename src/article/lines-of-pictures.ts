import { any, type Line, starting, whole } from './wording.ts'

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

/** Captions, credits, and the words on the frames of pictures. */
export const pictures: readonly Line[] = [
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
