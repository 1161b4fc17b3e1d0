/** A part of a help page, as cac has them. */
interface Section {
  readonly title?: string
  readonly body: string
}

const inputs: Section = {
  title: 'What can be read',
  body: `  FILE   .txt, .md, .html, .pdf or .docx, up to 5 MB
  URL    a public page, fetched when you name it; nothing else goes out
  -      standard input`,
}

const details: Readonly<Record<string, readonly Section[]>> = {
  breakdown: [
    inputs,
    {
      title: 'With --jsonl',
      body: `  Each line of FILE or - is {id, text, title?, outlet?, url?, publishedAt?}.
  A line that can't be used is reported with its number, and the rest goes on.`,
    },
  ],
  read: [inputs],
  explain: [inputs],
  eval: [
    {
      title: 'What is scored',
      body: `  The project's own gold in test/eval/gold; with HEARSAY_DATA=FOLDER its
  attributions-*.jsonl {id, text, annotations: {NAME: [{source, cue, content}]}}
  factuality-*.jsonl   {id, text, events: [{start, end, factuality}]}
  claims-*.jsonl       {id, text, claims: [{evidence, source, via, certainty}]}
  Sets that end in -train are left out. Figures are kept in
  test/eval/results.json and compared with those that stood there:
  + is a gain, − a loss.`,
    },
    {
      title: 'With --check',
      body: '  Nothing is kept; exit status 1 when a figure lost more than 0.005.',
    },
  ],
  predict: [
    {
      title: 'Example',
      body: '  npm run -s predict -- claims < articles.jsonl > claims.jsonl',
    },
    {
      title: 'Tasks, and what a line of standard input holds',
      body: `  attributions   {id, text}: every source, cue and content, as spans
  factuality     {id, text, events: [{start, end}]}: -3 ... 3 for each event
  claims         {id, text, title?, outlet?, url?, publishedAt?}: the breakdown
  pages          {id, url, file}: the article's text in FILE, .html or .html.gz`,
    },
    {
      title: 'Spans',
      body: '  [start, end) in UTF-16 units of the text as it came. Other fields are ignored.',
    },
  ],
}

const exits: Section = {
  title: 'Exit status',
  body: "  0 done, 1 failed (input that can't be used), 2 called wrongly",
}

/**
 * Makes a help page of cac's sections: our own first line, no list of the help pages there are, what the command takes,
 * and what its exit status means.
 *
 * @param command the command it is about, or undefined for the first page
 */
export function helpPage(sections: readonly Section[], version: string, command: string | undefined): Section[] {
  const kept = sections.filter(({ title, body }) => !title?.startsWith('For more info') && body !== '')
  const usage = kept.findIndex(({ title }) => title === 'Usage')
  const more = command ? (details[command] ?? []) : [inputs]
  const first = { body: `Hearsay ${version}: an article in, attributed claims out` }
  const page = [first, ...kept.slice(usage), ...more, exits]
  return page.map((section) => ({ ...section, body: section.body.replace(/[ \t]+$/gm, '') }))
}
