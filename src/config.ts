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
}

const narrowest = 20
const widest = 1000

const flag = z.string().optional()
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
})

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
  if (!parsed.success) {
    const bad = parsed.error.issues.map(
      ({ path: [name], message }) => `${String(name)} as ${message} (got "${env[String(name)]}")`,
    )
    throw new SettingsError(`Expected ${bad.join(', ')}. Change it or unset it, here or in .env.`)
  }
  const { NO_COLOR, FORCE_COLOR, COLUMNS, HEARSAY_DATA } = parsed.data
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' ? !/^(?:0|false)$/.test(FORCE_COLOR) : null
  return {
    colour: forced ?? (NO_COLOR ? false : null),
    columns: COLUMNS ? Number(COLUMNS) : 80,
    data: HEARSAY_DATA || null,
  }
}
