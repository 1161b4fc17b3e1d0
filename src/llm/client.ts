import OpenAI, { APIConnectionTimeoutError, APIError } from 'openai'
import { ModelFailure } from './failure.ts'
import { answerJsonSchema } from './schema.ts'

/** One turn of the talk with the model. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

/** Which model is asked, and where. */
export interface ModelOptions {
  /** Empty for a server that asks for none. */
  readonly apiKey: string
  /** Up to and with the version ("https://host/v1"), or null for the vendor's own. */
  readonly baseUrl: string | null
  readonly model: string
  /** In place of Node's own. */
  readonly fetch?: typeof fetch | undefined
  /** Milliseconds for one question with all that is tried again, 120,000 when not given. */
  readonly timeout?: number | undefined
}

const vendor = 'https://api.openai.com/v1'

/** "gpt-x at api.openai.com": which model, and which host gets to see the text. */
export const modelName = ({ model, baseUrl }: ModelOptions): string => `${model} at ${new URL(baseUrl ?? vendor).host}`

/**
 * Opens the way to a language model that speaks `chat/completions`. Asks for a structured answer, for nothing to be stored,
 * and for no temperature, which some models refuse. Tries once more where the vendor is busy or the wire breaks.
 *
 * @returns asks one question; gives the model's answer as text, or rejects with `ModelFailure`
 */
export function openModel(options: ModelOptions): (messages: readonly Message[]) => Promise<string> {
  const client = new OpenAI({
    // The package won't start without one, and takes it from the environment then.
    apiKey: options.apiKey || 'none',
    baseURL: options.baseUrl ?? vendor,
    // The package would take these from the environment, which config.ts alone reads; a log would hold the article.
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 1,
    // Who sees the text stands in the engine's name, so it isn't sent on to another host.
    fetchOptions: { redirect: 'manual' },
    ...(options.fetch ? { fetch: options.fetch } : {}),
  })
  const timeout = options.timeout ?? 120_000
  return async (messages) => {
    const signal = AbortSignal.timeout(timeout)
    try {
      const completion = await client.chat.completions.create(
        {
          model: options.model,
          messages: [...messages],
          store: false,
          response_format: {
            type: 'json_schema',
            json_schema: { name: 'attributions', strict: true, schema: { ...answerJsonSchema } },
          },
        },
        // For all attempts together; the package's own bound is for each.
        { signal },
      )
      return answerOf(completion)
    } catch (error) {
      throw failureFor(error, signal.aborted)
    }
  }
}

// The types say what a vendor ought to send.
function answerOf(completion: Partial<OpenAI.ChatCompletion> | null): string {
  const choice = completion?.choices?.[0]
  if (choice?.message?.refusal || choice?.finish_reason === 'content_filter') throw new ModelFailure('refusal')
  if (choice?.finish_reason === 'length') throw new ModelFailure('cut')
  const content: unknown = choice?.message?.content
  if (typeof content !== 'string' || !/\S/.test(content)) throw new ModelFailure('empty')
  return content
}

function failureFor(error: unknown, isLate: boolean): ModelFailure {
  if (error instanceof ModelFailure) return error
  if (isLate || error instanceof APIConnectionTimeoutError) return new ModelFailure('timeout')
  // A body that is no JSON, under a header that says it is.
  if (error instanceof SyntaxError) return new ModelFailure('not JSON')
  if (!(error instanceof APIError) || error.status === undefined) return new ModelFailure('network')
  const { status } = error
  if (status === 401 || status === 403) return new ModelFailure('key', status)
  if (status === 429) return new ModelFailure('limit', status)
  return new ModelFailure(status >= 500 ? 'server' : 'request', status)
}
