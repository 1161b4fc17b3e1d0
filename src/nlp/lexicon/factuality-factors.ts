/**
 * Factors on how far a text commits to an event: 1 leaves it as it is, 0 leaves it open, a negative one turns it into its
 * opposite. Ours, by reading sentences of the training data; kinds after FactBank (Saurí and Pustejovsky, 2009).
 */
type Factors = ReadonlyMap<string, number>

/** What a modal leaves open. */
export const modalities: Factors = new Map([
  ['will', 0.8],
  ['would', 0.6],
  ['can', 0.6],
  ['could', 0.4],
  ['may', 0.4],
  ['might', 0.35],
  ['must', 0.5],
  ['should', 0.35],
  // "is to leave"
  ['be-to', 0.7],
])

/** What the way in which a clause or phrase hangs on the next one says, whatever the words are; names as `Link` has them. */
export const relations: Factors = new Map([
  ['if', 0.25],
  ['unless', 0.1],
  ['whether', 0.2],
  ['until', 0.5],
  ['lest', 0],
  ['question', 0.6],
  ['question-to', 0.2],
  // the main clause of a condition
  ['consequence', 0.5],
  ['order-to', 0.4],
  ['adjunct-to', 0.5],
  ['noun-to', 0.4],
  ['subject-to', 0.6],
  [',-to', 0.5],
  ['prep:without', -0.9],
  ['prep:instead-of', -0.5],
  ['prep:rather-than', -0.3],
  ['prep:for', 0.8],
  ['prep:against', 0.7],
])

/** What an adjective says of the event that the noun after it names: "a failed attempt". */
export const qualifiers: Factors = new Map([
  ['failed', -0.3],
  ['aborted', -0.5],
  ['attempted', 0.3],
  ['cancelled', -0.5],
  ['canceled', -0.5],
  ['fake', -0.5],
  ['possible', 0.4],
  ['potential', 0.4],
  ['likely', 0.6],
  ['proposed', 0.6],
  ['planned', 0.7],
  ['threatened', 0.4],
  ['alleged', 0.6],
  ['suspected', 0.6],
  ['reported', 0.8],
  ['rumored', 0.4],
  ['rumoured', 0.4],
  ['expected', 0.7],
  ['pending', 0.8],
  ['future', 0.7],
  ['any', 0.5],
])

/** What an adverb says of the verb it stands with. A third of the mean that people gave in the training data, where seen. */
export const adverbs: Factors = new Map([
  ['allegedly', 0.65],
  ['purportedly', 0.6],
  ['supposedly', 0.5],
  ['reportedly', 0.9],
  ['apparently', 0.85],
  ['seemingly', 0.75],
  ['presumably', 0.7],
  ['probably', 0.7],
  ['likely', 0.6],
  ['possibly', 0.35],
  ['potentially', 0.4],
  ['perhaps', 0.4],
  ['maybe', 0.4],
])
