import { crc32, deflateRawSync } from 'node:zlib'

/** A line of text on a page: place in points from the bottom left, and the size of the type. */
export interface Placed {
  readonly text: string
  readonly x?: number
  readonly y: number
  readonly size?: number
}

/** The bytes of a PDF with the given lines on each page, in Helvetica. */
export function makePdf(pages: readonly (readonly Placed[])[]): Uint8Array {
  const parent = 2 * pages.length + 2
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
  const kids = pages.map((_, i) => `${2 * i + 3} 0 R`).join(' ')
  const objects = [
    font,
    ...pages.flatMap((lines, i) => {
      const drawn = lines
        .map(({ text, x = 72, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET`)
        .join('\n')
      return [
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
        `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 1 0 R >> >> /Contents ${2 * i + 2} 0 R >>`,
      ]
    }),
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    `<< /Type /Catalog /Pages ${parent} 0 R >>`,
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${objects.length} 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** The bytes of a ZIP archive. */
export function makeZip(entries: readonly (readonly [name: string, content: string | Buffer])[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of entries) {
    const bytes = Buffer.from(content)
    const data = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, Buffer.from(name), data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, tail, Buffer.from(name)]),
    )
    locals.push(local)
    at += local.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

/** The bytes of a Word file; each paragraph may carry the name of a style ("Title"). */
export function makeDocx(
  paragraphs: readonly (readonly [text: string, style?: string])[],
  more: readonly (readonly [name: string, content: string | Buffer])[] = [],
): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const body = paragraphs
    .map(([text, style]) => {
      const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''
      return `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`
    })
    .join('')
  return makeZip([
    [
      '[Content_Types].xml',
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ],
    [
      '_rels/.rels',
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/styles.xml',
      `<?xml version="1.0"?><w:styles xmlns:w="${main}"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['word/document.xml', `<?xml version="1.0"?><w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`],
    ...more,
  ])
}
