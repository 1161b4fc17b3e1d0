import { existsSync } from 'node:fs'
import { SettingsError } from '../errors.ts'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Where a Chromium stands on this machine: where it is said to be, or where systems put it; null for none.
 *
 * @throws SettingsError where it isn't where it is said to be
 */
export function chromiumAt(named: string | null): string | null {
  if (named && !existsSync(named))
    throw new SettingsError(
      `Expected HEARSAY_CHROMIUM as the path of a Chromium (got "${named}", which isn't there). Change it, or unset it for the usual places.`,
    )
  return named ?? usual.find((place) => existsSync(place)) ?? null
}
