import { offTheRecord } from '../text/off-the-record.ts'
import type { Article, Attributed, Attribution, Engine } from '../types.ts'
import { type Ground, readAnswer } from './answer.ts'
import { type Message, type ModelOptions, modelName, openModel } from './client.ts'
import { ModelFailure } from './failure.ts'
import { withFullestNames } from './fullest-names.ts'
import { atMost } from './limit.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { promptFor, repairOf } from './prompt.ts'
import { speechIn } from './speech.ts'
import { vocabularyOf } from './vocabulary.ts'
import { voiceOf } from './voice.ts'

/** The language-model engine's settings, and who reads when the model is away. */
export interface LanguageModelOptions extends ModelOptions {
  readonly fallback: Engine
}

const questionsAtATime = 4

/**
 * Asks a language model for the attributions of an article, piece by piece where it is long, at most four questions at a
 * time for all articles together. An answer that can't be used is sent back once with what was wrong. Where a piece fails
 * still, the fallback reads the whole article, and the reading's name says so: two readers draw the line between claims
 * in other places, and names run through an article, so that one half read by each would be neither's reading.
 */
export function languageModelEngine({ fallback, ...options }: LanguageModelOptions): Engine {
  const ask = openModel(options)
  const inTurn = atMost(questionsAtATime)
  const whole = modelName(options)
  let name = whole
  const read = async (article: Article): Promise<Attributed> => {
    try {
      return { attributions: await attributionsOf(article, ask, inTurn), engine: whole }
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      const { attributions, engine } = await fallback.attribute(article)
      return { attributions, engine: `${engine} (the language model is away: ${whole} ${error.did})` }
    }
  }
  return {
    get name() {
      return name
    },
    attribute: async (article) => {
      const reading = await read(article)
      name = reading.engine
      return reading
    },
  }
}

type Ask = (messages: readonly Message[]) => Promise<string>

async function attributionsOf(
  article: Article,
  ask: Ask,
  inTurn: ReturnType<typeof atMost>,
): Promise<readonly Attribution[]> {
  const secret = article.kind === 'transcript' ? offTheRecord(article.text) : []
  const ground: Ground = {
    article,
    vocabulary: vocabularyOf(article),
    speechOf: speechIn(article),
    voice: voiceOf(article),
    secret,
  }
  let failed = false
  const readings = piecesOf(article.text, secret).map((piece) =>
    inTurn(async () => {
      // The fallback reads it all then, so that the rest isn't asked for any more.
      if (failed) return []
      try {
        return await readPiece(piece, ground, ask)
      } catch (error) {
        failed = true
        throw error
      }
    }),
  )
  return withFullestNames((await Promise.all(readings)).flat())
}

async function readPiece(piece: Piece, ground: Ground, ask: Ask): Promise<readonly Attribution[]> {
  const messages = promptFor(ground.article, piece)
  const content = await ask(messages)
  const first = readAnswer(content, ground, piece.span)
  if ('attributions' in first) return first.attributions
  const again = await ask([
    ...messages,
    { role: 'assistant', content },
    { role: 'user', content: repairOf(first.faults) },
  ])
  const second = readAnswer(again, ground, piece.span)
  if ('failure' in second) throw second.failure
  return second.attributions
}
