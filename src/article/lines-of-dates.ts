import { any, type Line, starting, whole } from './wording.ts'

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const day = 'mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?'
const clock =
  'am|pm|a\\.m\\.|p\\.m\\.|gmt|utc|bst|cet|[ecmp][sd]?t|eastern|pacific|at|on|st|nd|rd|th|ago|hours?|mins?|minutes?|days?|h|m|d'
const dateWords = any(month, day, clock)

/** Dates, times and bylines that stand by themselves. */
export const dates: readonly Line[] = [
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

export const bylines: readonly Line[] = [
  {
    upTo: 30,
    like: whole('by', 'written by', 'words by', 'posted by', 'story by', 'von', 'par', 'por', 'di', 'автор'),
  },
  { upTo: 100, like: /^(?:[Bb]y|BY|[Ww]ritten by|[Ww]ords by|[Pp]osted by|[Ss]tory by)[:\s]+\p{Lu}[^.!?]*$/u },
]
