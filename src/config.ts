import { config } from 'dotenv'
import { z } from 'zod'
import { SettingsError } from './errors.ts'

/** What the environment says, typed. Nothing else of the project reads the environment. */
export interface Settings {
  /** Whether to colour: true or false when the environment decides it, null when the terminal does. */
  readonly colour: boolean | null
  /** Columns to fill where the output isn't a terminal, which knows its own width. */
  readonly columns: number
  /** Folder of gold standards to measure with, or null for the project's own. */
  readonly data: string | null
  /** Where to log in, or null without a token. */
  readonly discord: DiscordSettings | null
  /** The language model that reads in place of the offline engine, or null. */
  readonly languageModel: LanguageModelSettings | null
  /** Address of the library's store; '' for a file in {@link home}. May hold a password: never to be shown. */
  readonly store: string
  /** Folder for what is kept on this machine. */
  readonly home: string
  /** Port of the playground's page on this machine; 0 for any that is free. */
  readonly port: number
  /** Where a Chromium is said to be, to measure the page with, or null. */
  readonly chromium: string | null
}

export interface DiscordSettings {
  /** Secret. */
  readonly token: string
  /** Without the version: "https://discord.com/api". */
  readonly apiUrl: string
  /** Commands are registered in this guild only; null for everywhere. */
  readonly guild: string | null
}

export interface LanguageModelSettings {
  /** Secret; null for a server that asks for none. */
  readonly apiKey: string | null
  /** Null for the vendor's own. */
  readonly baseUrl: string | null
  readonly model: string
}

const narrowest = 20
const widest = 1000

const flag = z.string().optional()
const address = (schemes: readonly string[], expected: string) =>
  z
    .string()
    .optional()
    .refine((value) => !value || (URL.canParse(value) && schemes.includes(new URL(value).protocol)), {
      error: expected,
    })
const environment = z.object({
  // Both by the usual conventions (no-color.org, force-color.org): any value that isn't empty counts. FORCE_COLOR goes
  // before NO_COLOR, as in Node itself, which warns of the second when both are set.
  NO_COLOR: flag,
  FORCE_COLOR: flag,
  COLUMNS: z
    .string()
    .optional()
    .refine((value) => !value || (/^\d{1,4}$/.test(value) && +value >= narrowest && +value <= widest), {
      error: `a whole number from ${narrowest} to ${widest}`,
    }),
  HEARSAY_DATA: z.string().optional(),
  DISCORD_TOKEN: z
    .string()
    .optional()
    .refine((value) => !value || /^\S{20,}$/.test(value), { error: "a bot's token, without spaces" }),
  DISCORD_API_URL: address(['http:', 'https:'], 'an address like https://discord.com/api'),
  DISCORD_GUILD_ID: z
    .string()
    .optional()
    .refine((value) => !value || /^\d{17,20}$/.test(value), { error: 'the id of a guild, 17 to 20 digits' }),
  OPENAI_API_KEY: z
    .string()
    .optional()
    .refine((value) => !value || /^\S+$/.test(value), { error: 'a key without spaces' }),
  OPENAI_BASE_URL: address(['http:', 'https:'], 'an address like http://127.0.0.1:11434/v1'),
  OPENAI_MODEL: z.string().optional(),
  KEYV_URL: address(
    ['sqlite:', 'redis:', 'rediss:', 'postgres:', 'postgresql:'],
    'an address that starts with sqlite://, redis:// or postgres://',
  ),
  HEARSAY_ENGINE: z
    .string()
    .optional()
    .refine((value) => !value || value === 'offline' || value === 'openai', { error: 'offline or openai' }),
  HEARSAY_HOME: z.string().optional(),
  HEARSAY_CHROMIUM: z.string().optional(),
  PLAYGROUND_PORT: z
    .string()
    .optional()
    .refine((value) => !value || (/^\d{1,5}$/.test(value) && +value <= 65_535), {
      error: 'a port, 0 to 65535',
    }),
})

// What may hold a password isn't repeated in an error.
const secret: readonly string[] = ['DISCORD_TOKEN', 'OPENAI_API_KEY', 'OPENAI_BASE_URL', 'KEYV_URL', 'DISCORD_API_URL']

/** Every variable that is read, for the test that keeps `.env.example` and the README complete. */
export const variables: readonly string[] = Object.keys(environment.shape)

/** Reads `.env` in the working directory, if there is one, and the environment, which goes before it. */
export function loadSettings(): Settings {
  const values: Record<string, string> = {}
  config({ quiet: true, processEnv: values })
  return settingsFrom({ ...values, ...process.env })
}

/**
 * Settings from an environment.
 *
 * @throws SettingsError that names every bad variable, what it must be and what it was
 */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = environment.safeParse(env)
  const bad = (parsed.error?.issues ?? []).map(({ path: [name], message }) => {
    const got = secret.includes(String(name)) ? 'something else' : `"${env[String(name)]}"`
    return `${String(name)} as ${message} (got ${got})`
  })
  const absent = missing(env)
  if (!parsed.success || absent.length > 0) {
    const sentences = [
      bad.length > 0 ? `Expected ${bad.join(', ')}. Change it or unset it, here or in .env.` : '',
      absent.length > 0 ? `Expected ${absent.join(' and ')}, got nothing. Set it, or set HEARSAY_ENGINE=offline.` : '',
    ]
    throw new SettingsError(sentences.filter((one) => one !== '').join(' '))
  }
  const { NO_COLOR, FORCE_COLOR, COLUMNS, HEARSAY_DATA } = parsed.data
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' ? !/^(?:0|false)$/.test(FORCE_COLOR) : null
  const {
    DISCORD_TOKEN,
    DISCORD_API_URL,
    DISCORD_GUILD_ID,
    KEYV_URL,
    HEARSAY_HOME,
    HEARSAY_CHROMIUM,
    PLAYGROUND_PORT,
  } = parsed.data
  return {
    colour: forced ?? (NO_COLOR ? false : null),
    columns: COLUMNS ? Number(COLUMNS) : 80,
    data: HEARSAY_DATA || null,
    discord: DISCORD_TOKEN
      ? {
          token: DISCORD_TOKEN,
          apiUrl: (DISCORD_API_URL || discordApi).replace(/\/+$/, ''),
          guild: DISCORD_GUILD_ID || null,
        }
      : null,
    languageModel: languageModelOf(parsed.data),
    store: KEYV_URL ?? '',
    home: HEARSAY_HOME || '.hearsay',
    port: PLAYGROUND_PORT ? Number(PLAYGROUND_PORT) : 4870,
    chromium: HEARSAY_CHROMIUM || null,
  }
}

const discordApi = 'https://discord.com/api'

// A key alone changes nothing: unpublished copy leaves the machine only where somebody said so.
function languageModelOf(env: Readonly<Record<string, string | undefined>>): LanguageModelSettings | null {
  if (env.HEARSAY_ENGINE !== 'openai') return null
  return { apiKey: env.OPENAI_API_KEY || null, baseUrl: env.OPENAI_BASE_URL || null, model: env.OPENAI_MODEL! }
}

// What the language model needs; a server of one's own may ask for no key.
function missing(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (env.HEARSAY_ENGINE !== 'openai') return []
  const needed = ['OPENAI_MODEL', ...(env.OPENAI_BASE_URL ? [] : ['OPENAI_API_KEY'])]
  return needed.filter((name) => !env[name])
}
