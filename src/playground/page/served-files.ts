/** The page's own files: HTML, CSS, and the browser's modules with their types taken out. */
import { readdir, readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'

export interface ServedFile {
  readonly type: string
  readonly body: string
}

const here = new URL('./', import.meta.url)

/** Each by its path. A module keeps its name, so that imports need no rewriting. */
export async function servedFiles(): Promise<ReadonlyMap<string, ServedFile>> {
  const names = (await readdir(new URL('browser/', here))).filter((name) => name.endsWith('.ts')).sort()
  const read = (name: string): Promise<string> => readFile(new URL(name, here), 'utf8')
  const modules = await Promise.all(
    names.map(async (name): Promise<readonly [string, ServedFile]> => {
      const body = withoutTypes(await read(`browser/${name}`))
      return [`/browser/${name}`, { type: 'text/javascript; charset=utf-8', body }]
    }),
  )
  return new Map<string, ServedFile>([
    ['/', { type: 'text/html; charset=utf-8', body: await read('page.html') }],
    ['/page.css', { type: 'text/css; charset=utf-8', body: await read('page.css') }],
    ...modules,
  ])
}

/** Plain JavaScript, line by line where it stood. */
export function withoutTypes(source: string): string {
  // Node warns once that this is experimental; whoever starts the playground can do nothing about it.
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}
