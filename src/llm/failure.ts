// What is said of the model, to be put after its name: "gpt-x at api.example.com refused the key".
const said = {
  key: 'refused the key',
  limit: 'takes no more requests for now',
  request: "didn't take the request; is its name right?",
  server: 'failed itself',
  timeout: "didn't answer in time",
  network: "couldn't be reached",
  refusal: 'refused to answer',
  cut: 'cut its answer short',
  empty: 'gave no answer',
  'not JSON': 'answered with something that is no JSON',
  shape: 'answered in another shape than asked',
  evidence: "quoted words that aren't in the article",
} as const

/**
 * The language model gave nothing that can be used. `reason` is for programs, the message for people: what it did, and the
 * HTTP status where there was one. Nothing of what went to the model or came back from it is in here, and no cause: what a
 * vendor says of an error may repeat the key or the text.
 */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  readonly reason: keyof typeof said
  readonly status: number | null

  constructor(reason: ModelFailure['reason'], status: number | null = null) {
    super(`The language model ${said[reason]}${status === null ? '' : ` (status ${status})`}.`)
    this.reason = reason
    this.status = status
  }

  /** The message as a fragment to be put after the model's name. */
  get did(): string {
    return `${said[this.reason]}${this.status === null ? '' : ` (status ${this.status})`}`
  }
}
