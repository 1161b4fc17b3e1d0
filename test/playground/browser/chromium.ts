import { existsSync } from 'node:fs'

const places = [
  process.env.HEARSAY_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** Where a Chromium stands on this machine, or null. */
export const chromium: string | null = places.find((place) => place !== undefined && existsSync(place)) ?? null
