import { expect, test } from 'vitest'
import { guessKind } from '../../src/article/kind.ts'

const news = 'The bridge will open in June, the mayor said on Monday.'

test.each([
  ['news', { text: news }],
  ['news', { text: news, url: 'https://lantern.example/local/opinion-poll-shows-lead' }],
  ['news', { text: 'Oakenshaw: the woman who built a bridge\n\nShe grew up here.' }],
  // A first paragraph may quote a release without being one.
  ['news', { text: [news, news, news, news, news, 'The press release was short.'].join(' ') }],
  ['release', { text: `FOR IMMEDIATE RELEASE\n\n${news}` }],
  ['release', { text: `FERNHILL, March 4, 2031 /PRNewswire/ -- ${news}` }],
  ['release', { text: news, url: 'https://fernhill.example/press-releases/bridge' }],
  ['statement', { text: news, title: 'Statement by Mayor Petra Oakenshaw on the bridge' }],
  ['statement', { text: news, url: 'https://fernhill.example/press-statements/bridge' }],
  [
    'transcript',
    { text: 'REPORTER: When will it open?\n\nOAKENSHAW: In June.\n\nREPORTER: Are you sure?\n\nOAKENSHAW: I am.' },
  ],
  ['transcript', { text: 'Q: When will it open?\n\nA: In June.\n\nQ: Are you sure?\n\nA: I am.' }],
  ['opinion', { text: news, title: 'Opinion | The bridge is a folly' }],
  ['opinion', { text: news, url: 'https://lantern.example/opinion/the-bridge-is-a-folly' }],
  ['opinion', { text: news, section: 'Opinion' }],
  ['live', { text: news, title: 'Bridge opening: live updates' }],
  ['live', { text: news, types: ['LiveBlogPosting'] }],
] as const)('%s: %j', (kind, signs) => {
  expect(guessKind(signs)).toBe(kind)
})
