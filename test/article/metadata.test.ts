import { expect, test } from 'vitest'
import { parsePage } from '../../src/article/dom.ts'
import { readMetadata } from '../../src/article/metadata.ts'

const read = (html: string, url?: string) =>
  readMetadata(parsePage(`<html><head>${html}</head><body></body></html>`), url)

test('OpenGraph and meta serve where there is no JSON-LD', () => {
  const found = read(
    '<meta property="og:title" content="Bridge opens - The Lantern"><meta property="og:site_name" content="The Lantern"><meta name="author" content="By Ines Quillfeather"><meta property="article:published_time" content="2031-03-04">',
  )
  expect(found).toMatchObject({
    title: 'Bridge opens',
    outlet: 'The Lantern',
    byline: 'Ines Quillfeather',
    publishedAt: '2031-03-04',
  })
})

test('the outlet is taken off the end of a bare title', () => {
  expect(read('<title>Bridge opens | The Lantern</title>')).toMatchObject({
    title: 'Bridge opens',
    outlet: 'The Lantern',
  })
  // A hyphen belongs to the headline as long as no outlet is known.
  expect(read('<title>Bridge opens - at last</title>')).toMatchObject({ title: 'Bridge opens - at last', outlet: null })
})

test('JSON-LD comes first: several authors, an array of things, a type among several', () => {
  const found = read(
    '<meta property="og:title" content="Other"><script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":["ReportageNewsArticle","NewsArticle"],"headline":"Bridge &amp; ferry","author":[{"name":"Ines Quillfeather"},{"name":"Odo Plimsoll"}],"publisher":{"name":"The Lantern"},"isAccessibleForFree":"False"}]</script>',
  )
  expect(found).toMatchObject({
    title: 'Bridge & ferry',
    outlet: 'The Lantern',
    byline: 'Ines Quillfeather and Odo Plimsoll',
  })
  expect(found.structured?.free).toBe(false)
})

test.each([
  [
    'broken JSON-LD',
    '<script type="application/ld+json">{"@type": "NewsArticle", </script><title>Bridge opens</title>',
  ],
  ['JSON-LD that is null', '<script type="application/ld+json">null</script><title>Bridge opens</title>'],
  [
    'authors that are numbers',
    '<script type="application/ld+json">{"@type":"NewsArticle","author":[1,null,{}],"publisher":7}</script><title>Bridge opens</title>',
  ],
])('%s does no harm', (_, html) => {
  expect(read(html)).toMatchObject({ title: 'Bridge opens', byline: null })
})

test('a date that is none, an author that is an address: left out', () => {
  const found = read(
    '<meta name="date" content="yesterday"><meta name="author" content="https://lantern.example/ines">',
  )
  expect(found).toMatchObject({ publishedAt: null, byline: null })
})

test('an outlet at the end of a title is known by the host', () => {
  const title = '<title>Bridge opens - The Fernhill Lantern</title>'
  for (const host of ['fernhilllantern', 'fhlantern', 'f-lantern', 'flantern'])
    expect(read(title, `https://www.${host}.example/a`).outlet, host).toBe(
      host === 'fhlantern' ? null : 'The Fernhill Lantern',
    )
  expect(read(title, 'https://www.gazette.example/a')).toMatchObject({
    outlet: null,
    title: 'Bridge opens - The Fernhill Lantern',
  })
})

test.each([
  ['Ines Quillfeather @inesq Mar 4, 2031 at 9:24 pm ET • 2 min read', 'Ines Quillfeather'],
  ['By Ines Quillfeather Published 7:07 PM EST Mar 4, 2031', 'Ines Quillfeather'],
  ['Ines Quillfeather and Odo Plimsoll', 'Ines Quillfeather and Odo Plimsoll'],
  ['The Lantern', null],
])('the byline of %j', (author, byline) => {
  expect(
    read(`<meta property="og:site_name" content="The Lantern"><meta name="author" content="${author}">`).byline,
  ).toBe(byline)
})
