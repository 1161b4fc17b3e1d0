import { articleOf, type Details } from '../../src/article/article-of.ts'
import { type Document, readDocument } from '../../src/nlp/document.ts'
import { attribute, offlineEngine } from '../../src/nlp/engine.ts'
import type { Relation } from '../../src/nlp/relation.ts'
import { breakDown } from '../../src/pipeline.ts'
import type { Article, Attribution, Claim, Span } from '../../src/types.ts'

/** A text as a news article, or as what its details say. */
export const news = (text: string, details: Details = {}): Article => articleOf(text, { kind: 'news', ...details })

/** A text read once, as the rules see it. */
export const documentOf = (text: string, details: Details = {}): Document => readDocument(news(text, details))

/** All that the engine proposes for a text. */
export const attributionsOf = (text: string, details: Details = {}): readonly Attribution[] =>
  attribute(news(text, details))

/** The claims of a text that passed the evidence gate. */
export const claimsOf = async (text: string, details: Details = {}): Promise<readonly Claim[]> =>
  (await breakDown(news(text, details), offlineEngine)).claims

/** A claim on one line: "denied | Ansa Bray via Radio Ostrand | the council had lost the plans"; "-" for no source. */
export const lineOf = ({ certainty, source, via, text }: Claim): string =>
  [certainty, [source?.name ?? '-', ...via.map(({ name }) => name)].join(' via '), text].join(' | ')

/** What a rule found, as the words that stand in the text: source, cue, content. */
export const wordsOf = (
  text: string,
  relations: readonly Relation[],
): readonly (readonly [string, string, string])[] => {
  const at = (spans: readonly Span[]) => spans.map((span) => text.slice(...span)).join(' … ')
  return relations.map(({ source, cue, content }) => [source ? at([source]) : '-', at(cue), at(content)])
}
