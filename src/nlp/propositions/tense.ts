/** The present of a verb for a subject that is one or several: "smuggle" gives "smuggles", "be" gives "are". */
export function presentOf(lemma: string, plural: boolean): string {
  if (lemma === 'be') return plural ? 'are' : 'is'
  if (lemma === 'have') return plural ? 'have' : 'has'
  if (plural) return lemma
  if (/(?:s|x|z|ch|sh|[^aeiou]o)$/.test(lemma)) return `${lemma}es`
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`
}

/** Whether a subject takes a plural verb: "the Democrats", "both sides", "A and B"; a name alone counts as one. */
export const isSeveral = (subject: string): boolean =>
  /^(?:they|we|both|many|some|several|these|those|two|three|four)\b/i.test(subject) ||
  / and /.test(subject) ||
  (/^the \p{L}/iu.test(subject) &&
    /[^su]s$/.test(subject) &&
    !/(?:press|news|times|nations|states|series)$/i.test(subject))

/**
 * The dictionary form of a gerund by its spelling: "smuggling" gives "smuggle", "hiding" "hide", "stopping" "stop",
 * "helping" "help". English doubles the consonant of a short stressed syllable, so a single one there has lost its "e".
 */
export function baseOfGerund(gerund: string): string {
  const base = gerund.toLowerCase().replace(/ing$/, '')
  if (irregularBases[base]) return irregularBases[base]
  if (/([bdgmnprtk])\1$/.test(base)) return base.slice(0, -1)
  if (/(?:ing|hang|long)$/.test(base)) return base
  if (/(?:ai|au|ea|ou)s$|(?:inc|rec|inv|ign|un|wr)it$/.test(base)) return `${base}e`
  const short = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base)
  const lostE =
    short ||
    /(?:[vzu]|[^aeiou]c|[nrld]g|[^aeiourl]l|rs|[^s]ns|[aiou]s|[aeiou]c|[^aeo]at|[iu]r|plor|[iu]d|[ou]t|min|[aeiou]k|gin|bin|fin|[aiu]g)$/.test(
      base,
    )
  return lostE && !/(?:ou|oo|ea|ee|ai|oa)[^aeiouv]$/.test(base) && !/(?:visit|edit|profit|limit|murmur)$/.test(base)
    ? `${base}e`
    : base
}
const irregularBases: Readonly<Record<string, string>> = {
  be: 'be',
  hav: 'have',
  ly: 'lie',
  dy: 'die',
  ty: 'tie',
  do: 'do',
  go: 'go',
  see: 'see',
  us: 'use',
  plott: 'plot',
}

/** The past of a verb in its dictionary form: "cause" gives "caused", "hit" "hit". */
export function pastOf(lemma: string): string {
  const known = irregularPasts.get(lemma)
  if (known) return known
  if (lemma.endsWith('e')) return `${lemma}d`
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`
  return /^[^aeiou]*[aeiou][bdgmnprt]$/.test(lemma) ? `${lemma}${lemma.at(-1)}ed` : `${lemma}ed`
}
const irregularPasts = new Map(
  'be was,have had,do did,go went,say said,make made,take took,come came,see saw,get got,give gave,find found,tell told,become became,leave left,put put,bring brought,begin began,keep kept,hold held,write wrote,stand stood,hear heard,let let,mean meant,set set,meet met,run ran,pay paid,sit sat,speak spoke,lead led,grow grew,lose lost,fall fell,send sent,build built,draw drew,break broke,spend spent,cut cut,rise rose,drive drove,buy bought,wear wore,hit hit,fly flew,win won,steal stole,sell sold,shoot shot,throw threw,catch caught,teach taught,fight fought,seek sought,strike struck,hide hid,shut shut,burst burst,cost cost,hurt hurt,spread spread,split split,quit quit,feel felt,think thought,know knew,show showed,read read,deal dealt,sink sank,sing sang,swear swore,swing swung,lie lay,bind bound,undertake undertook,withdraw withdrew,overturn overturned,stop stopped,plan planned,admit admitted,refer referred'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
)
