/** Universal part-of-speech tags, as wink-nlp gives them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE'

/** A word with its place in the article, its part of speech and its dictionary form. */
export interface Token {
  readonly start: number
  readonly end: number
  /** As it stands in the article. */
  readonly text: string
  readonly lower: string
  readonly pos: PartOfSpeech
  readonly lemma: string
}
