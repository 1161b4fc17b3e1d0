import { chromiumAt } from '../../../src/rehearsal/chromium.ts'

/** Where a Chromium stands on this machine, or null. */
export const chromium: string | null = chromiumAt(process.env.HEARSAY_CHROMIUM || null)
