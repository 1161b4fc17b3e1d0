import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StoreError, type StoreKind } from '../errors.ts'
import { codeOf, isLocked } from './sqlite.ts'

/** Where a store is. */
export interface Address {
  readonly kind: Exclude<StoreKind, 'Search index'>
  /** With user and password; never for showing. */
  readonly url: string
  /** A file, or host and port: what may be shown. */
  readonly place: string
}

/**
 * Reads a store's address.
 *
 * @param url '' for `library.sqlite` in `home`; sqlite:///path, sqlite://path from here, sqlite://:memory:, redis://,
 *   rediss://, postgres:// or postgresql://
 * @throws StoreError for any other
 */
export function addressOf(url: string, home: string): Address {
  if (url === '') return { kind: 'SQLite', url, place: join(home, 'library.sqlite') }
  if (/^sqlite:/i.test(url)) return { kind: 'SQLite', url, place: fileOf(url) }
  const parsed = URL.parse(url)
  const kind = parsed && kinds[parsed.protocol]
  if (!kind || !parsed.hostname)
    throw new StoreError({
      kind: 'SQLite',
      place: 'an address that is none',
      problem: 'expected sqlite://, redis:// or postgres:// with a file or host',
      advice: 'Correct KEYV_URL, or leave it out for a SQLite file',
    })
  return { kind, url, place: parsed.host }
}

const kinds: Readonly<Record<string, 'Redis' | 'PostgreSQL'>> = {
  'redis:': 'Redis',
  'rediss:': 'Redis',
  'postgres:': 'PostgreSQL',
  'postgresql:': 'PostgreSQL',
}

function fileOf(url: string): string {
  const path = url.replace(/^sqlite:(?:\/\/)?/i, '')
  return path.startsWith('/') ? fileURLToPath(`file://${path}`) : path
}

/**
 * What failed, in a sentence. The client's own words are used only where they can't hold an address or a value.
 *
 * @param error what a request threw
 * @param reported what the client reported meanwhile, often with the reason
 */
export function storeError(
  address: Pick<Address, 'kind' | 'place'> | Index,
  error: unknown,
  reported: readonly unknown[] = [],
) {
  if (error instanceof StoreError) return error
  const parts = address.kind === 'SQLite' || address.kind === 'Search index' ? ofFile(error) : ofServer(error, reported)
  return new StoreError({ kind: address.kind, place: address.place, ...parts }, { cause: error })
}

/** What is asked of a store after it was closed. */
export const closedError = ({ kind, place }: Address): StoreError =>
  new StoreError({ kind, place, problem: 'the library is closed', advice: 'Start Hearsay again' })

/** The search index's own file. */
export interface Index {
  readonly kind: 'Search index'
  readonly place: string
}

function ofFile(error: unknown): { problem: string; advice: string } {
  if (isLocked(error))
    return {
      problem: 'another process has the file locked',
      advice: 'Nothing was changed; try again, and close what else has it open',
    }
  const [problem, advice] = fileProblems[codeOf(error)] ?? fileProblems[systemCode(error)] ?? fileProblems.gone!
  return { problem, advice }
}

const notWritable = [
  'the file or its folder may not be written to',
  'Nothing was changed; give this user the right to write there, or name another folder in HEARSAY_HOME',
] as const

// SQLite's result codes, sqlite.org/rescode.html, and the system's.
const fileProblems: Readonly<Record<string, readonly [problem: string, advice: string]>> = {
  8: notWritable,
  14: notWritable,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: notWritable,
  ENOTDIR: ['part of its path is a file, not a folder', 'Name another folder in HEARSAY_HOME'],
  EEXIST: ['its folder is a file', 'Name another folder in HEARSAY_HOME'],
  10: ['the disk failed to read or write', 'Look at the disk; nothing that was stored is overwritten'],
  11: ['the file is damaged', 'It is left as it is; put a copy of it back, or move it away to begin anew'],
  26: ['the file is no SQLite database', 'It is left as it is; move it away to begin anew, or name another'],
  13: ['the disk is full', 'Nothing was changed; make room and try again'],
  ENOSPC: ['the disk is full', 'Make room and try again'],
  gone: ["the file is gone or can't be read", 'Put it back, or start again to begin a new one'],
}

function ofServer(error: unknown, reported: readonly unknown[]): { problem: string; advice: string } {
  const causes = [error, ...reported].flatMap(withCauses)
  const texts = causes.map((cause) => `${systemCode(cause)} ${cause instanceof Error ? cause.message : cause}`)
  const [, problem, advice] = serverProblems.find(([sign]) => texts.some((text) => sign.test(text))) ?? elsewhere
  return { problem, advice }
}

const elsewhere = [
  /./,
  'the request failed',
  "Look at the server's log; nothing that was stored is overwritten",
] as const

const serverProblems: readonly (readonly [sign: RegExp, problem: string, advice: string])[] = [
  [
    /WRONGPASS|NOAUTH|28P01|28000|ERR AUTH|password authentication|password must be|no password supplied|\bAUTH\b/i,
    'user or password were refused',
    'Correct them in KEYV_URL',
  ],
  [/ENOTFOUND|EAI_AGAIN/, 'there is no such host', 'Correct the host in KEYV_URL'],
  [/3D000/, 'there is no such database', 'Make it, or correct its name in KEYV_URL'],
  [/42P01/, 'its table is gone', 'Put it back, or start Hearsay again to begin a new one'],
  [/DB index/, 'there is no such database', 'Correct its number in KEYV_URL'],
  [/42501|NOPERM|READONLY/, 'this user may not write there', 'Give the user of KEYV_URL the right to'],
  [/ECONNREFUSED/, 'nobody answers there', 'Start the server, or correct host and port in KEYV_URL'],
  [/OOM|53100|53200|ENOSPC/, 'it has no room left', 'Make room; nothing was changed'],
  [
    /time|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/i,
    'no answer in time',
    'Look whether it runs and can be reached from here; try again',
  ],
  [
    /ECONNRESET|EPIPE|closed|terminat|not connected|57P0\d|shut/i,
    'the connection was lost',
    'Try again; Hearsay connects anew',
  ],
]

const withCauses = (error: unknown): readonly unknown[] =>
  error instanceof AggregateError
    ? [error, ...error.errors.flatMap(withCauses)]
    : error instanceof Error && error.cause
      ? [error, ...withCauses(error.cause)]
      : [error]

const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
