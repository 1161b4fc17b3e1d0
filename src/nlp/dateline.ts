import type { Document, Sentence } from './document.ts'

const dateline =
  /^(?:[\p{Lu}][\p{L}.'’-]*(?:[ ,]+[\p{Lu}\d][\p{L}\d.'’-]*){0,6}\s*)?(?:[([][^)\]]{2,40}[)\]],?\s*)?(?:[\p{Lu}][\p{L}.]*\s+\d{1,2}\s*)?(?:—|–|--|-|:)\s+(?=[\p{Lu}"“])/u

/**
 * Where the first claim of a sentence begins after its dateline: "LONDON (Reuters) — ", "Moscow [Russia], May 19 : ",
 * where and by whom the article was filed.
 *
 * @returns a token number; 0 without a dateline
 */
export function datelineEnd(document: Pick<Document, 'text'>, sentence: Sentence): number {
  if (sentence.paragraph > 1) return 0
  const found = dateline.exec(document.text.slice(...sentence.span))
  if (!found || !/[([]|^\p{Lu}{3}/u.test(found[0])) return 0
  return Math.max(
    0,
    sentence.tokens.findIndex((t) => t.start >= sentence.span[0] + found[0].length),
  )
}
