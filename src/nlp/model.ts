import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Tokenizer } from '@huggingface/tokenizers'
import type * as Onnx from 'onnxruntime-node'
import type { Input, Machine, NetworkConfig, Output } from './network/read.ts'

/** Where the weights, the vocabulary and the learned numbers lie. */
export const modelFolder = fileURLToPath(new URL('./model/', import.meta.url))

const unknown = 100
// A word longer than this has no pieces of its own in the vocabulary; the tokenizer would take time over each letter.
const longestWord = 100

/**
 * Opens the trained model: the ONNX runtime on the CPU, with as many threads as are good for two cores.
 *
 * @param folder with `model.onnx`, `tokenizer.json` and `config.json`
 * @throws {Error} when a file is missing, damaged or not this model's; the caller goes on with the rules
 */
export async function openModel(folder: string = modelFolder): Promise<Machine> {
  const [config, vocabulary] = await Promise.all([
    readJson(`${folder}config.json`),
    readJson(`${folder}tokenizer.json`),
  ])
  if (!isConfig(config)) throw new Error(`Expected the learned numbers of this model in ${folder}config.json`)
  // CommonJS; required when first needed, since loading it takes a tenth of a second.
  const onnx = createRequire(import.meta.url)('onnxruntime-node') as typeof Onnx
  const session = await onnx.InferenceSession.create(`${folder}model.onnx`, {
    intraOpNumThreads: 2,
    interOpNumThreads: 1,
    // No batch is larger than another by much, so what the arena once took it uses again: a tenth quicker than giving it
    // back each time, and steady, where the process's own allocator was left in pieces.
    enableCpuMemArena: true,
    logSeverityLevel: 3,
    // Waiting threads sleep: another engine, or the process's own work, needs the cores.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  })
  const tokenizer = new Tokenizer(vocabulary as object, {})
  const known = new Map<string, readonly number[]>()
  const piecesOf = (word: string): readonly number[] => {
    const seen = known.get(word)
    if (seen) return seen
    const { ids } = word.length > longestWord ? { ids: [] } : tokenizer.encode(word, { add_special_tokens: false })
    const pieces = ids.length > 0 ? ids : [unknown]
    if (known.size < 50_000) known.set(word, pieces)
    return pieces
  }
  return { config, piecesOf, run: (inputs) => runBatch(onnx, session, inputs, config) }
}

async function runBatch(
  onnx: typeof Onnx,
  session: Onnx.InferenceSession,
  inputs: readonly Input[],
  { tags, linkDim }: NetworkConfig,
): Promise<readonly Output[]> {
  const length = Math.max(...inputs.map(({ ids }) => ids.length))
  const shape = [inputs.length, length]
  const ids = new BigInt64Array(inputs.length * length)
  const mask = new BigInt64Array(inputs.length * length)
  const features = new BigInt64Array(inputs.length * length * 4)
  for (const [row, input] of inputs.entries()) {
    for (const [i, id] of input.ids.entries()) {
      const at = row * length + i
      ids[at] = BigInt(id)
      mask[at] = 1n
      for (let f = 0; f < 4; f++) features[at * 4 + f] = BigInt(input.features[i]![f]!)
    }
  }
  const found = await session.run({
    input_ids: new onnx.Tensor('int64', ids, shape),
    attention_mask: new onnx.Tensor('int64', mask, shape),
    features: new onnx.Tensor('int64', features, [...shape, 4]),
  })
  const [tagged, linked, judged] = ['tags', 'links', 'factuality'].map((name) => found[name]!.data as Float32Array)
  return inputs.map((_, row) => {
    const part = (values: Float32Array, width: number) => values.slice(row * length * width, (row + 1) * length * width)
    return {
      tags: part(tagged!, tags.length),
      links: part(linked!, 6 * linkDim),
      factuality: part(judged!, 1),
    }
  })
}

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))

function isConfig(value: unknown): value is NetworkConfig {
  const config = value as Partial<NetworkConfig> | null
  return (
    Array.isArray(config?.tags) &&
    Array.isArray(config.transitions) &&
    config.transitions.length === config.tags.length &&
    Array.isArray(config.null) &&
    Array.isArray(config.distance) &&
    typeof config.linkDim === 'number' &&
    typeof config.leastCue === 'number' &&
    typeof config.window?.centre === 'number'
  )
}
