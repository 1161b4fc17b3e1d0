import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { articleOfPage } from '../../src/article/html.ts'

const page = readFileSync(new URL('../fixtures/article/bridge-page.html', import.meta.url), 'utf8')

/** Six paragraphs of prose, enough for any reader to take for an article. */
const prose = Array.from(
  { length: 6 },
  (_, i) =>
    `<p>The council met for the ${i + 2}th time on Monday, and its members spoke about the bridge, the ferry, and the cost of both.</p>`,
)

describe('a whole page', () => {
  const { text, title, metadata } = articleOfPage(page)

  test('gives the article, paragraph by paragraph', () => {
    expect(text.split('\n\n')).toEqual([
      'The new bridge over the Fern will open to traffic in June, Mayor Petra Oakenshaw said on Monday, two years after the date the council first announced to residents.',
      '“We have tested every cable and every bolt,” Oakenshaw told reporters at the town hall. “Nobody in Fernhill has anything to fear from this bridge.”',
      'The opposition leader, Tobias Marlinspike, denied that his party had delayed the works, and accused the mayor of keeping an engineers’ report from councillors for months.',
      'A costly delay',
      'According to the county auditor, the crossing has cost 41 million crowns, twice what was planned. The auditor’s office said it would publish its full findings in May.',
      'I have never seen that report, and neither has anybody on my committee.',
      '— Tobias Marlinspike (@marlinspike_example) March 3, 2031',
      'Correction: An earlier version of this article gave the wrong year for the council’s decision. It was 2027, not 2026.',
    ])
  })

  test('gives headline, outlet, byline and date from JSON-LD by reference', () => {
    expect(title).toBe('Fernhill bridge will open in June, mayor says')
    expect(metadata).toMatchObject({
      outlet: 'The Fernhill Lantern',
      byline: 'Ines Quillfeather',
      publishedAt: '2031-03-04T08:15:00Z',
      section: 'Local',
    })
  })
})

describe('what stands around an article goes', () => {
  test.each([
    ['a caption', '<p>The bridge at dawn (Image: ODO PLIMSOLL)</p>'],
    ['a credit', '<p>Photo: Odo Plimsoll / The Lantern</p>'],
    ['a link to another story', '<p><a href="/x">Council hid the true cost of the bridge</a></p>'],
    ['"Read more"', '<p>READ MORE: Council hid the true cost of the bridge</p>'],
    ['a request to subscribe', '<p>Sign up for our morning letter and never miss a story</p>'],
    ['where to follow', '<p>Follow the Lantern on Facebook and Twitter for more.</p>'],
    ['who helped', '<p>Odo Plimsoll contributed to this report.</p>'],
    ['rights', '<p>© 2031 The Lantern. All rights reserved.</p>'],
    ['a list of subjects', '<p>Tags: bridge, council, ferry</p>'],
    [
      'a widget',
      '<div class="article__newsletterSignup"><p>Our letter comes out each morning, with all that matters.</p></div>',
    ],
  ])('%s', (_, out) => {
    const html = `<article><h1>The council meets</h1>${prose.slice(0, 3).join('')}${out}${prose.slice(3).join('')}</article>`
    expect(articleOfPage(html).text.split('\n\n')).toHaveLength(6)
  })

  test('and all that follows "You may also like"', () => {
    const rest = '<h3>You may also like</h3><p><a href="/a">Ferry to run</a></p><p>A garden won a prize.</p>'
    expect(articleOfPage(`<article>${prose.join('')}${rest}</article>`).text.split('\n\n')).toHaveLength(6)
  })
})

describe('what only looks like it stays', () => {
  test.each([
    ['a quotation that asks to join', '<p>“Join us,” the mayor said to all who had come to see the bridge.</p>'],
    ['a contribution that is news', '<p>The storm contributed to the death of two fishermen, officials said.</p>'],
    ['a law named after a right', '<p>Copyright law is no help to the builders of the bridge, a judge ruled.</p>'],
    ['a correction', '<p>Correction: the council met on Monday, not on Sunday.</p>'],
    [
      'words in a link within a sentence',
      '<p>The mayor said that <a class="promo-link" href="/x">the auditor was wrong</a> about the cost of the new bridge.</p>',
    ],
    ['a heading within the text', '<h2>Who pays for the bridge</h2>'],
  ])('%s', (_, kept) => {
    const html = `<article><h1>The council meets</h1>${prose.slice(0, 3).join('')}${kept}${prose.slice(3).join('')}</article>`
    const words = kept.replace(/<[^>]+>/g, '')
    expect(articleOfPage(html).text).toContain(words)
  })

  test('an article whose class name says "promo"', () => {
    expect(articleOfPage(`<div class="promo-content">${prose.join('')}</div>`).text.split('\n\n')).toHaveLength(6)
  })

  test('an article within a form, as some systems build all their pages', () => {
    expect(articleOfPage(`<form id="all"><div>${prose.join('')}</div></form>`).text.split('\n\n')).toHaveLength(6)
  })
})

test('line breaks part paragraphs, but not a sentence', () => {
  const html = `<div>${prose.join('')}<p>The first paragraph ends here.<br><br>The second goes on<br>over a break.</p></div>`
  expect(articleOfPage(html).text.split('\n\n').slice(-2)).toEqual([
    'The first paragraph ends here.',
    'The second goes on over a break.',
  ])
})

test('the text of JSON-LD serves where the page shows none, unless it must be paid for', () => {
  const body = Array.from(
    { length: 8 },
    () => 'The council met on Monday and spoke about the bridge for an hour.',
  ).join('\\n')
  const ld = (free: boolean) =>
    `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":${free},"articleBody":"${body}"}</script><p>Loading</p>`
  expect(articleOfPage(ld(true)).text).toContain('The council met on Monday')
  expect(articleOfPage(ld(false)).text).not.toContain('The council met on Monday')
})
