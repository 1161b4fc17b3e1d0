import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../src/llm/pieces.ts'

const shown = (text: string, ...more: [(readonly [number, number])[]?, number?]): readonly string[] =>
  piecesOf(text, ...more).map(({ span }) => text.slice(...span))

describe('pieces', () => {
  it.each([
    ['nothing', '', []],
    ['only white space', ' \n\n ', []],
    ['what fits together', 'One.\n\nTwo.', ['One.\n\nTwo.']],
    ['whole paragraphs', 'One is one.\n\nTwo is two.\n\nThree.', ['One is one.', 'Two is two.', 'Three.']],
    ['a long paragraph at the end of a sentence', 'It rained. Nobody came.', ['It rained. ', 'Nobody came.']],
    ['a long sentence at white space', 'The keepers looked on', ['The keepers ', 'looked on']],
    ['a long word where it must be', 'a'.repeat(15), ['a'.repeat(12), 'aaa']],
    ['no letter in two', `${'a'.repeat(11)}𝒳b`, ['a'.repeat(11), '𝒳b']],
  ])('%s', (_, text, pieces) => {
    expect(shown(text, [], 12)).toEqual(pieces)
  })

  it('leave out passages that mustn’t be shown, also from what stood before', () => {
    const text = 'One.\n\nTwo is secret. Three.\n\nFour.'
    const pieces = piecesOf(text, [[6, 20]])
    expect(pieces.map(({ span }) => text.slice(...span))).toEqual(['One.', ' Three.\n\nFour.'])
    expect(pieces[1]!.before.map((span) => text.slice(...span))).toEqual(['One.'])
  })

  it('know the beginning of the article and what stood just before', () => {
    const paragraphs = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(600))
    const text = paragraphs.join('\n\n')
    const last = piecesOf(text, [], 700).at(-1)!
    expect(last.before.map((span) => text[span[0]])).toEqual(['a', 'a', 'c', 'd', 'd'])
    // A long paragraph is shown in part.
    const long = 'It rained on. '.repeat(200)
    const [, second] = piecesOf(long, [], 2000)
    expect(long.slice(...second!.before.at(-1)!)).toMatch(/^It rained.* $/)
    expect(second!.before.at(-1)![1]).toBe(second!.span[0])
  })

  it('of any text hold all of its words, in order, none twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('One. ', '“Two” ', '\n\n', 'three', '𝒳', ' ')),
        fc.integer({ min: 2, max: 20 }),
        (words, most) => {
          const text = words.join('')
          const pieces = piecesOf(text, [], most)
          for (const { span } of pieces) expect(span[1] - span[0]).toBeLessThanOrEqual(most)
          expect(
            pieces
              .map(({ span }) => text.slice(...span))
              .join('')
              .replace(/\s/g, ''),
          ).toBe(text.replace(/\s/g, ''))
        },
      ),
    )
  })
})
