import type { Version } from '../library/types.ts'
import type { Picture } from '../replies/picture.ts'
import type { Claim } from '../types.ts'
import { annotatedPage } from './annotated-page.ts'
import { annotatedPictures, claimPicture } from './annotated-picture.ts'
import type { Paint } from './paint.ts'
import { whoSaidWhat } from './who-said-what.ts'

/** What can be drawn of an article as it was broken down. */
export interface Pictures {
  /** The article with its passages marked, in pictures and as one HTML file. */
  readonly annotated: (version: Version) => Promise<Annotated>
  /** One claim marked: within its paragraph as a picture, within the article as an HTML file. */
  readonly claim: (version: Version, claim: Claim) => Promise<Annotated>
  /** Sources, those who pass on, claims; none where there are fewer than three sources. */
  readonly whoSaidWhat: (version: Version) => Promise<readonly Picture[]>
}

export interface Annotated {
  readonly parts: readonly Picture[]
  /** A self-contained HTML file. */
  readonly page: string
}

/** Lays out where it is called, which holds everything else up for a fifth of a second. */
export const picturesWith = (paint: Paint): Pictures => ({
  annotated: async (version) => {
    const parts = annotatedPictures(version, paint)
    return { page: annotatedPage(version), parts: await parts }
  },
  claim: async (version, claim) => {
    const picture = claimPicture(version, claim, paint)
    return { page: annotatedPage(version, claim), parts: [await picture] }
  },
  whoSaidWhat: (version) => whoSaidWhat(version, paint),
})
