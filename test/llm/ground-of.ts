import type { Ground } from '../../src/llm/answer.ts'
import { speechIn } from '../../src/llm/speech.ts'
import { vocabularyOf } from '../../src/llm/vocabulary.ts'
import { voiceOf } from '../../src/llm/voice.ts'
import type { Article } from '../../src/types.ts'

/** What an answer about an article is read against, nothing in it secret. */
export const groundOf = (article: Article): Ground => ({
  article,
  vocabulary: vocabularyOf(article),
  speechOf: speechIn(article),
  voice: voiceOf(article),
  secret: [],
})
