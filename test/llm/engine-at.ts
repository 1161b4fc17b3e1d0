import { afterEach, vi } from 'vitest'
import { articleOf } from '../../src/article/article-of.ts'
import { type LanguageModelOptions, languageModelEngine } from '../../src/llm/engine.ts'
import { offlineEngine } from '../../src/nlp/engine.ts'
import type { Engine } from '../../src/types.ts'
import { answering, openStandIn, type StandIn, source, told } from './stand-in.ts'

/** A key that mustn't show anywhere but in the request's header. */
export const key = 'sk-invented-0123456789'

/** A short article, and {@link good}, an answer that fits it. */
export const article = articleOf(
  'The harbour office said the quay wall moved. “Nobody was hurt,” said Tam Oye.\n\nThe quay opened in 1988.',
  { kind: 'news', title: 'Quay wall moves' },
)

let open: StandIn[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await Promise.all(open.map((vendor) => vendor.close()))
  open = []
})

/** A language-model engine at a stand-in, which is closed after the test; the rules alone are its fallback. */
export async function engineAt(
  replies: Parameters<typeof openStandIn>[0],
  more: Partial<LanguageModelOptions> = {},
): Promise<{ readonly engine: Engine; readonly vendor: StandIn }> {
  const vendor = await openStandIn(replies)
  open.push(vendor)
  const options = { apiKey: key, baseUrl: vendor.baseUrl, model: 'gpt-x', fallback: offlineEngine }
  return { engine: languageModelEngine({ ...options, ...more }), vendor }
}

export const good = answering(
  told(
    'the quay wall moved',
    { certainty: 'attributed' },
    {
      source: source('harbour office', { kind: 'official', mentions: ['The harbour office'] }),
      cue: ['said'],
      speech: 'indirect',
    },
  ),
  told(
    'Nobody was hurt.',
    { certainty: 'attributed', evidence: ['Nobody was hurt'] },
    { source: source('Tam Oye'), cue: ['said'], content: ['“Nobody was hurt,”'], speech: 'direct' },
  ),
  told('The quay opened in 1988.', { evidence: ['The quay opened in 1988'] }),
)
