import type { Claim } from '../types.ts'
import { cutFromEnd } from './cut.ts'
import { quotation } from './quotation.ts'
import { chainWords, isPlural } from './source-words.ts'

/**
 * A claim as one sentence with its label and its source: the only way in which a claim's proposition comes before a
 * reader, and the only reader of `claim.text` among replies, terminal and exports. The wordings are the column "as a
 * sentence" of the contract; direct speech stands in the article's words within quotation marks.
 *
 * @param options.most longest length in UTF-16 units; it is cut from the end, and neither source nor label nor a
 *   negation goes, so that a very long name can make it longer
 */
export function sentenceOf(claim: Claim, options: { readonly most?: number } = {}): string {
  const { lead, body } = parts(claim)
  const sentence = `${lead} ${closed(body)}`
  return options.most === undefined || sentence.length <= options.most
    ? sentence
    : cutFromEnd(lead, closed(body), options.most)
}

/**
 * Whether the sentence gives the proposition in the article's words, within quotation marks: direct speech, and what the
 * article's own voice says where nothing had to be resolved.
 */
export function isQuoted(claim: Claim): boolean {
  if (claim.speech === 'direct') return true
  const words = claim.evidence.map((evidence) => evidence.words).join(' ')
  return claim.source === null && !differs(words, claim.text)
}

interface Parts {
  /** Source, chain and label; never cut. */
  readonly lead: string
  readonly body: string
}

function parts(claim: Claim): Parts {
  const { source, via, certainty } = claim
  if (certainty === 'denied') return denial(claim)
  const body = isQuoted(claim) ? quotationOf(claim) : capital(proposition(claim))
  if (!source) {
    const passedOn = via[0] ? `, via ${chainWords(via[0], via.slice(1))}` : ''
    return { lead: `${withoutSource[certainty]}${passedOn}:`, body }
  }
  const who = capital(chainWords(source, via))
  const verb = verbs[certainty](claim)
  if (verb === '') return { lead: `${who}:`, body }
  return { lead: `${who}${via.length > 0 ? ',' : ''} ${verb}:`, body }
}

const withoutSource = {
  alleged: 'Alleged, no accuser named',
  open: 'The article leaves it open',
  confirmed: "Confirmed by a source the article doesn't name",
  attributed: 'Attributed to nobody by name',
  stated: 'The article, no source given',
} as const

/** The verb of each label, in the number of the source. */
const verbs: Readonly<Record<keyof typeof withoutSource, (claim: Claim) => string>> = {
  alleged: (claim) => (plural(claim) ? 'allege' : 'alleges'),
  open: (claim) => (plural(claim) ? 'say it may be so' : 'says it may be so'),
  confirmed: (claim) => {
    const cue = claim.cue?.words ?? ''
    const s = plural(claim) ? '' : 's'
    if (/\b(?:admi|acknowledg|conced|own|plead|pled|confess)/i.test(cue)) return `admit${s}`
    if (/\b(?:rul|found|finding|held|convict)/i.test(cue)) return `find${s}, according to the article`
    if (claim.source?.kind === 'document' || /\b(?:show|reveal|prov|demonstrat|establish)/i.test(cue))
      return `show${s}, according to the article`
    return `confirm${s}`
  },
  attributed: () => '',
  stated: () => '',
}

/**
 * "X denies that …" wants a clause, "X denies …" a doing, "X denies: …" takes a noun phrase. What X said in so many
 * words follows the proposition, since the words alone ("We never did") would read as what is denied.
 */
function denial(claim: Claim): Parts {
  const { source, via } = claim
  const text = proposition(claim)
  const verb = plural(claim) ? 'deny' : 'denies'
  const who = source
    ? `${capital(chainWords(source, via))}${via.length > 0 ? ',' : ''} ${verb}`
    : 'The article, without saying by whom, has it denied'
  const said = claim.speech === 'direct' ? quotationOf(claim) : null
  const body = said && differs(said, text) ? `${text.replace(/[.\s]+$/, '')}: ${said}` : text
  if (/^(?:ever |having |being |\p{Ll}+ing\b)/u.test(text)) return { lead: who, body }
  return isClause(text) ? { lead: `${who} that`, body: lowerStart(body, claim) } : { lead: `${who}:`, body }
}

/** The proposition, without its source's name right after the source: "Strait Lines denies that it had …". */
function proposition({ text, source, evidence }: Claim): string {
  const plain = text.trim()
  const [pronoun] = /^(?:it|he|she|they)(?= )/i.exec(evidence[0]?.words ?? '') ?? []
  const name = source && [source.name, `the ${source.name}`].find((one) => plain.startsWith(`${one} `))
  return pronoun && name ? pronoun + plain.slice(name.length) : plain
}

const plural = ({ source }: Claim): boolean => source !== null && isPlural(source)

const quotationOf = (claim: Claim): string =>
  quotation(
    claim.evidence.map(({ words }) => words),
    claim.text,
    // Who speaks stands before the words already.
  ).replace(claim.source ? `[${claim.source.name}] ` : '', '')

const differs = (a: string, b: string): boolean => letters(a) !== letters(b)
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** A noun phrase is what is denied most often without a clause: "the accusation", "any wrongdoing". */
function isClause(text: string): boolean {
  const words = text.replace(/[.\s]+$/, '').split(/\s+/)
  return words.length > 2 && (/[.!?]["”]?$/.test(text) || finite.test(text))
}
const finite =
  /\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should)\b|n['’]t\b|(?<!\b(?:as|an?|the|any|its|his|her|their|of|for)\s)\b\p{L}{3,}ed\b/u

const openers =
  /^(?:The|A|An|It|Its|He|She|They|We|I|You|His|Her|Their|Our|This|That|These|Those|There|No|Some|Any|All|Both|Two|Three|Four|Five|Many|Several|Most|In|On|At|By|For|From|After|Before|During|Nobody|Nothing|Neither|Each|Every|One|Only|More|People|Officials|Police)\b/

/** A small letter at the start of a clause that goes on after "that", unless its first word is a name. */
function lowerStart(text: string, claim: Claim): string {
  const first = /^\p{L}+/u.exec(text)?.[0] ?? ''
  if (first === 'I') return text
  const smallInArticle = claim.evidence.some(({ words }) => words.split(/[^\p{L}]+/u).includes(first.toLowerCase()))
  return openers.test(text) || smallInArticle ? first.toLowerCase() + text.slice(first.length) : text
}

/** With a capital letter, unless the first word has one further on ("iPhone"). */
const capital = (words: string): string =>
  /^\p{Ll}\p{L}*\p{Lu}/u.test(words) ? words : words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** With a full stop, unless it ends in a mark of its own. */
const closed = (body: string): string => (/[.!?…]["”’)]*$/.test(body.trim()) ? body.trim() : `${body.trim()}.`)
