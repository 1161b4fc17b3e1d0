import { existsSync } from 'node:fs'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where a Chromium stands on this machine: where it is said to be, or where systems put it; null for none. */
export const chromiumAt = (named: string | null): string | null =>
  [...(named ? [named] : []), ...usual].find((place) => existsSync(place)) ?? null
