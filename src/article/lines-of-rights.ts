import { type Line, whole } from './wording.ts'

/** Rights, agencies, helpers, advertising, lists of subjects, and what is no line of words at all. */
export const rights: readonly Line[] = [
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

export const signs: readonly Line[] = [
  { upTo: 300, like: /^[^\p{L}\p{N}]+$/u },
  { upTo: 12, like: /^[\d\s.,/|-]+$/ },
  { upTo: 400, like: /^(?:https?:\/\/|www\.)\S+$/i },
  { upTo: 80, like: /^(?:(?:twitter|facebook|instagram)\.com\/\S+|@\w+|\S+@\S+\.\w+)$/i },
  { upTo: 500, like: /^(?:\/\*|<!--|\{\{|window\.|var \w+ ?=|function\s*\()/ },
]
