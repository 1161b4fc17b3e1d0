import type { Version } from '../library/types.ts'
import { labels } from '../replies/labels.ts'
import { notesOf } from '../replies/notes.ts'
import { sentenceOf } from '../replies/sentence.ts'
import { nameWords } from '../replies/source-words.ts'
import { type Claim, certainties } from '../types.ts'
import { oneNote, whoOf } from './one-note.ts'
import { type Numbered, numbered, type Paragraph, paragraphsOf } from './passages.ts'
import { papers, patterns } from './patterns.ts'
import { detailsOf, disclaimer, headlineOf, shortened, totalsOf } from './wording.ts'

// A page with more than this is slow to open, and nobody reads it to its end.
const mostClaims = 5000
// Claims of one passage that are told where it is pointed at.
const mostTold = 4

/**
 * The article as one HTML file with its passages marked: no script, nothing from outside, dark and light, printable;
 * sources in the margin, below the paragraph at phone width. Everything of the article is escaped.
 *
 * @param only the one claim to mark; all of them where none is given
 */
export function annotatedPage(version: Version, only: Claim | null = null): string {
  const { text: body } = version.article
  const claims = numbered(only ? [only] : version.claims).slice(0, mostClaims)
  const paragraphs = paragraphsOf(body, claims)
  const cut = !only && version.claims.length > mostClaims
  const totals = only
    ? `One claim is marked, of ${version.claims.length.toLocaleString('en')}`
    : totalsOf(version.claims)
  const title = escapedHtml(headlineOf(version))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1 dir="auto">${title}</h1>
<p class="faint" dir="auto">${escapedHtml(detailsOf(version))}</p>
<p><strong>${disclaimer}</strong></p>
<p class="faint">${escapedHtml(totals)}.</p>
</header>
<section aria-label="Legend"><ul class="legend">
${certainties.map((label) => `<li><span class="mark ${label}">${labels[label].mark}</span> <span class="line ${label}">${labels[label].words}</span> <span class="faint">${patterns[label].words}</span></li>`).join('\n')}
</ul></section>
<article>
${paragraphs.map((one) => paragraphHtml(body, one)).join('\n')}
${cut ? '<p><strong>… the article has more claims than are marked here.</strong></p>' : ''}
</article>
</main>
</body>
</html>
`
}

/** Text that can stand in HTML, between tags and within quoted attributes. */
function escapedHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }
  return text.replace(/[&<>"']/g, (one) => `&${names[one]};`)
}

function paragraphHtml(text: string, { pieces, claims }: Paragraph): string {
  const runs = pieces.map(({ span, claims: own, begins }) => {
    const words = escapedHtml(text.slice(...span))
    if (!own[0]) return words
    const tags = begins
      .map(({ claim, number }) => `<sup class="mark ${claim.certainty}">${labels[claim.certainty].mark}${number}</sup>`)
      .join('')
    // A passage within a hundred others would repeat all of theirs.
    const told = own.slice(0, mostTold)
    const title = escapedHtml(told.map(({ claim }) => shortened(sentenceOf(claim, { most: 400 }), 500)).join('\n'))
    const notes = told.map(({ number }) => `claim-${number}`).join(' ')
    return `${tags}<mark class="line ${own[0].claim.certainty}" aria-describedby="${notes}" title="${title}">${words}</mark>`
  })
  const margin =
    claims.length > 0
      ? `<aside aria-label="Claims of this paragraph"><ul>${oneNote(claims, notesOf).map(noteHtml).join('')}</ul></aside>`
      : ''
  return `<div class="row"><p dir="auto">${runs.join('')}</p>${margin}</div>`
}

/** What one source says under one label: the numbers of its claims on one line, each claim in words for who hears it. */
function noteHtml(claims: readonly Numbered[]): string {
  const [{ claim }] = claims as readonly [Numbered, ...Numbered[]]
  const { mark, words } = labels[claim.certainty]
  const who = whoOf(claim)
  const via = claim.via.map((one) => `<span class="via" dir="auto">via ${escapedHtml(nameWords(one))}</span>`).join(' ')
  const notes = notesOf(claim)
    .map((one) => `<br><span class="faint">${escapedHtml(one)}</span>`)
    .join('')
  const numbers = claims.map(({ number }) => `${mark}${number}`).join(' ')
  const spoken = claims
    .map(
      (one) =>
        `<span class="spoken" id="claim-${one.number}">${escapedHtml(sentenceOf(one.claim, { most: 400 }))}</span>`,
    )
    .join(' ')
  return `<li><strong class="${claim.certainty}">${numbers} ${words}</strong><br><span dir="auto">${escapedHtml(who)}</span> ${via}${notes} ${spoken}</li>`
}

const scheme = (name: 'light' | 'dark'): string =>
  [
    ...Object.entries(papers[name]).map(([key, colour]) => `--${key}:${colour}`),
    ...certainties.map((label) => `--${label}:${patterns[label][name]}`),
  ].join(';')

const style = `
:root{color-scheme:light dark;${scheme('light')}}
@media (prefers-color-scheme:dark){:root{${scheme('dark')}}}
@media print{:root{${scheme('light')}}.row{break-inside:avoid}}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.65 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem;overflow-wrap:anywhere}
h1{line-height:1.25;margin:0}p{margin:0 0 .6rem;white-space:pre-line}ul{list-style:none;margin:0;padding:0}
.faint,.via{color:var(--faint);font-size:.9em}.via{border:1px solid var(--rule);border-radius:.6em;padding:0 .4em}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;border:solid var(--rule);border-width:1px 0;padding:.6rem 0;margin:1rem 0}
.row{display:grid;grid-template-columns:minmax(0,1fr) 16rem;gap:1.5rem;margin-bottom:1rem}
aside{font-size:.8rem;line-height:1.4}aside li{margin-bottom:.5rem}
mark{background:none;color:inherit}sup{font-size:.7em;line-height:0;padding-right:.15em}
.line{text-decoration-line:underline;text-underline-offset:.2em}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}aside li{position:relative}
${certainties.map((label) => `.${label}{text-decoration-color:var(--${label})}.mark.${label},strong.${label}{color:var(--${label})}.line.${label}{text-decoration-style:${patterns[label].line};text-decoration-thickness:${patterns[label].thick}px}`).join('\n')}
@media (max-width:44rem){.row{display:block}aside{border-left:3px solid var(--rule);padding-left:.7rem}}
`
