import type { DatabaseSync } from 'node:sqlite'
import { folded, labelTag, numberAt, prepared } from './index-rows.ts'
import { type Scope, scopeOf } from './scope.ts'
import type { Question, Viewer } from './types.ts'
import { telling, wordsOf } from './words.ts'

/** A claim that answers, by the key of its entry and its id. */
export interface Hit {
  readonly key: string
  readonly claim: string
}

/** A page of them, and how many there are on all pages. */
export interface Hits {
  readonly hits: readonly Hit[]
  readonly total: number
}

/** Of more claims than these only the newest are ranked: what fits so many is no matter of rank. */
const ranked = 3000
/** A word in as many claims is counted no further. */
const common = 1000
/** Beginnings shorter than this fit too much to be looked for. */
const shortestBeginning = 3
const mostWords = 12

const columns = '{names title claim evidence}'
// For bm25, in order of the columns; tags say where and not how well.
const weights = '0.0, 2.0, 1.0, 4.0, 3.0'

/**
 * Claims that answer a question, of those the viewer may see: with all its words, the last also as the beginning of
 * one; where no claim has all, with most of them. The best first, then the newest; without words the newest.
 */
export function search(database: DatabaseSync, viewer: Viewer, question: Question): Hits {
  const scope = scopeOf(database, viewer)
  const none = { hits: [], total: 0 }
  if (!scope) return none
  const filter = filterOf(database, scope, question)
  const words = telling([...new Set(wordsOf(question.words))]).slice(0, mostWords)
  if (words.length === 0) return /\S/.test(question.words) ? none : page(database, filter, null, question)
  const last = words.at(-1)!
  // A word that finds so many is no beginning; and looking for what begins so takes long where much does.
  const whole = countOf(database, filter, allOf([termOf(last, false)])) >= common
  const terms = words.map((word) => termOf(word, word === last && !whole))
  for (const words of [allWithOneInClaim(terms), allOf(terms)]) {
    const found = page(database, filter, words, question)
    if (found.total > 0) return found
  }
  if (terms.length === 1) return none
  const most = mostOf(database, filter, terms)
  return most ? page(database, filter, most, question) : none
}

const allOf = (terms: readonly string[]): string => `${columns} : (${terms.join(' AND ')})`
/** All of them, and one at the least in the claim itself: a headline alone would give all claims of its article. */
const allWithOneInClaim = (terms: readonly string[]): string =>
  `${allOf(terms)} AND {names claim evidence} : (${terms.join(' OR ')})`

/** How many claims a full-text query finds, {@link common} at most. */
function countOf(database: DatabaseSync, filter: Filter, words: string): number {
  const { match, sql, parameters } = asked(filter, words)
  const row = prepared(
    database,
    `SELECT count(*) AS found FROM (SELECT 1 FROM claim_words WHERE claim_words MATCH ?${sql} LIMIT ${common})`,
  ).get(match, ...parameters)
  return row?.found as number
}

/** A word or the beginnings of one, as a full-text query has it; in quotation marks nothing is syntax. */
function termOf(word: string, beginning: boolean): string {
  const quoted = `"${word.replaceAll('"', '')}"`
  return beginning && word.length >= shortestBeginning ? `(${quoted} OR ${quoted}*)` : quoted
}

interface Filter {
  /** The full-text query without the words. */
  readonly match: string
  /** What else must hold, in SQL, with its parameters. */
  readonly sql: string
  readonly parameters: readonly (string | bigint)[]
}

function filterOf(database: DatabaseSync, scope: Scope, { source, label, article, since }: Question): Filter {
  const names = wordsOf(source ?? '').map((word) => `"${word}"*`)
  const match = [
    scope.tags,
    ...(label ? [`tags : "${labelTag(label)}"`] : []),
    ...(names.length > 0 ? [`names : (${names.join(' AND ')})`] : []),
  ]
  const conditions: string[] = []
  const parameters: (string | bigint)[] = []
  if (since) {
    conditions.push('rowid >= ?')
    parameters.push(BigInt(numberAt(since)))
  }
  if (article?.trim()) {
    const entries = prepared(
      database,
      `SELECT number FROM entries WHERE guild = ? AND channel IN (SELECT value FROM json_each(?)) AND instr(sought, ?) > 0`,
    ).all(scope.guild, scope.channels, folded(article.trim()))
    // The plus keeps SQLite from asking the full-text query once for each of them.
    conditions.push('+rowid IN (SELECT number FROM claims WHERE entry IN (SELECT value FROM json_each(?)))')
    parameters.push(JSON.stringify(entries.map(({ number }) => number)))
  }
  return { match: match.join(' AND '), sql: conditions.map((one) => ` AND ${one}`).join(''), parameters }
}

function page(database: DatabaseSync, filter: Filter, words: string | null, { page, size }: Question): Hits {
  const { match, sql, parameters } = asked(filter, words)
  const matching = `FROM claim_words WHERE claim_words MATCH ?${sql}`
  const total = prepared(database, `SELECT count(*) AS total ${matching}`).get(match, ...parameters)?.total as number
  const from = page * size
  const inRank = words ? Math.min(Math.max(ranked - from, 0), size) : 0
  const best =
    inRank > 0 && total > 0
      ? prepared(
          database,
          `SELECT number FROM (
            SELECT rowid AS number, bm25(claim_words, ${weights}) AS score ${matching} ORDER BY rowid DESC LIMIT ${ranked}
          ) ORDER BY score, number DESC LIMIT ? OFFSET ?`,
        ).all(match, ...parameters, inRank, from)
      : []
  const beyond =
    inRank < size && from + size > (words ? ranked : 0) && total > from
      ? prepared(database, `SELECT rowid AS number ${matching} ORDER BY rowid DESC LIMIT ? OFFSET ?`).all(
          match,
          ...parameters,
          size - inRank,
          words ? Math.max(from, ranked) : from,
        )
      : []
  const hit = prepared(
    database,
    'SELECT e.key, c.id AS claim FROM claims AS c JOIN entries AS e ON e.number = c.entry WHERE c.number = ?',
  )
  return { total, hits: [...best, ...beyond].flatMap(({ number }) => (hit.get(number!) as Hit | undefined) ?? []) }
}

/**
 * The words as alternatives: the rarest of them, as many as find no more than can be ranked. How rare they are is
 * counted among what the viewer may see, so that nothing shows of the rest.
 */
function mostOf(database: DatabaseSync, filter: Filter, terms: readonly string[]): string | null {
  const counted = terms
    .map((term) => ({ term, found: countOf(database, filter, allOf([term])) }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => a.found - b.found)
  let sum = 0
  const taken = counted.filter(({ found }, i) => {
    sum += found
    return i === 0 || sum <= ranked
  })
  return taken.length > 0 ? `${columns} : (${taken.map(({ term }) => term).join(' OR ')})` : null
}

const asked = (filter: Filter, words: string | null): Filter => ({
  ...filter,
  match: words ? `${filter.match} AND ${words}` : filter.match,
})
