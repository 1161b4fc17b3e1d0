import { Readable } from 'node:stream'
import type { Tools } from '../../src/terminal/commands.ts'
import type { Console } from '../../src/terminal/console.ts'
import { readSentences } from '../../src/text/sentences.ts'
import type { Attributed, Certainty, Engine } from '../../src/types.ts'

const cues: Readonly<Record<string, Certainty>> = { said: 'attributed', alleged: 'alleged', denied: 'denied' }

/** An engine for tests: "X said that Y" gives an attribution, any other sentence but a question is the own voice. */
export const simpleEngine: Engine = {
  name: 'the stand-in',
  async attribute({ text }): Promise<Attributed> {
    const attributions: Attributed['attributions'] = readSentences(text).flatMap(([start, end]) => {
      const sentence = text.slice(start, end)
      if (sentence.endsWith('?')) return []
      const [, name, cue, that] = /^(.+?) (said|alleged|denied) that (.+)$/.exec(sentence) ?? []
      const words = that ?? sentence
      const content = { words, start: start + sentence.length - words.length }
      const mention = { words: name ?? '', start }
      return [
        {
          source: name ? { name, role: null, kind: 'person', named: true, mentions: [mention] } : null,
          sourceWords: name ? [mention] : [],
          cue: name && cue ? [{ words: cue, start: start + name.length + 1 }] : [],
          content: [content],
          via: [],
          speech: name ? 'indirect' : 'none',
          propositions: [
            {
              text: words[0]!.toUpperCase() + words.slice(1),
              evidence: [content],
              cue: null,
              certainty: cues[cue ?? ''] ?? 'stated',
              factuality: 0,
              about: null,
            },
          ],
          rule: name ? 'said-that' : 'own-voice',
          confidence: 1,
        },
      ]
    })
    return { attributions, engine: 'the stand-in' }
  },
}

/** A console that keeps what is written to it. */
export function keptConsole(stdin = '', look = { colour: false, columns: 80 }) {
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    write(text: string) {
      written[name] += text
      return true
    },
    once() {},
  })
  const console: Console = {
    // In small pieces, so that lines and letters are cut where no one would.
    stdin: Readable.from(Buffer.from(stdin).length === 0 ? [] : pieces(Buffer.from(stdin))),
    stdout: output('stdout'),
    stderr: output('stderr'),
    look,
    drawsProgress: false,
  }
  return { console, written }
}

function pieces(bytes: Buffer): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) => bytes.subarray(i * 7, i * 7 + 7))
}

/** All that a command line needs, with stand-ins for engine and judge. */
export function tools(stdin = '') {
  const { console, written } = keptConsole(stdin)
  const opened: string[] = []
  const made: Tools = {
    console,
    version: '0.0.0',
    openEngine: async () => {
      opened.push('engine')
      return simpleEngine
    },
    openJudge: async () => {
      opened.push('judge')
      return (_, events) => events.map(([start]) => (start % 2 === 0 ? 3 : -3))
    },
    openModel: async () => ({ read: async (text) => text, close: async () => {} }),
    openLibrary: async () => {
      throw new Error('no library here')
    },
    openFullLibrary: async () => {
      throw new Error('no library here')
    },
    openRehearsedBot: async () => {
      throw new Error('no bot here')
    },
    startPlayground: async () => {
      throw new Error('no playground here')
    },
    openDrawing: async () => {
      throw new Error('no pictures here')
    },
    openBrowser: async () => null,
    openPeers: () => [{ name: 'a peer, its reading', open: async () => (text) => text.split(' ') }],
    evaluation: { gold: 'no-gold', data: null, results: 'no-results.json' },
    readExample: async () => 'Osk said that the ferries run. The strait is calm.',
  }
  return { tools: made, written, opened }
}
