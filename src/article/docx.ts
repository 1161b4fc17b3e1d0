import mammoth from 'mammoth'
import { InputError } from '../errors.ts'
import { type DocumentText, readSimpleHtml } from './markdown.ts'
import { unzippedSize } from './zip-size.ts'

/** Text of a Word file takes some ten times its size in XML; pictures come on top. */
const mostUnzipped = 60 * 1024 * 1024

/**
 * Reads a Word file (.docx): its paragraphs, without pictures, comments and what was deleted.
 *
 * @throws InputError for a file that is locked, damaged, no Word file, or that unpacks to far more than a text
 */
export async function readDocx(bytes: Uint8Array): Promise<DocumentText> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw unreadable(
      'one that is locked with a password, or of the old format .doc',
      'Save it as .docx without a password, or paste its text',
    )
  const size = unzippedSize(bytes, mostUnzipped)
  if (size === null)
    throw unreadable('one that is damaged or no Word file', 'Save it again as .docx, or paste its text')
  if (size > mostUnzipped)
    throw unreadable(
      `one that unpacks to more than ${mostUnzipped / 1024 / 1024} MB`,
      'Paste the text of the article instead',
    )
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    const styleMap = ["p[style-name='Title'] => h1:fresh"]
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage, styleMap, externalFileAccess: false },
    )
    return readSimpleHtml(value)
  } catch (error) {
    if (error instanceof InputError) throw error
    throw unreadable('one that is damaged or no Word file', 'Save it again as .docx, or paste its text', error)
  }
}

function unreadable(got: string, advice: string, cause?: unknown): InputError {
  return new InputError(
    { expected: 'a Word file (.docx) that can be opened', got, advice },
    cause === undefined ? {} : { cause },
  )
}
