/** Who may import whom. A room is a folder of src/, or a file at its top. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  'types.ts': [],
  'errors.ts': [],
  'config.ts': ['errors.ts'],
  'apart.ts': [],
  text: ['types.ts'],
  article: ['types.ts', 'errors.ts', 'text'],
  nlp: ['types.ts', 'apart.ts', 'text'],
  claims: ['types.ts', 'text'],
  'pipeline.ts': ['types.ts', 'claims'],
  llm: ['types.ts', 'text', 'claims'],
  library: ['types.ts', 'errors.ts', 'claims'],
  // Of the library only what it keeps; see below.
  replies: ['types.ts', 'library'],
  pictures: ['types.ts', 'apart.ts', 'library', 'replies'],
  'desk.ts': ['types.ts', 'errors.ts', 'article', 'pipeline.ts', 'library', 'pictures'],
  discord: ['types.ts', 'errors.ts', 'config.ts', 'desk.ts', 'library', 'replies'],
  commands: ['types.ts', 'errors.ts', 'discord', 'replies'],
  // A Discord of its own, which knows as little of Hearsay as the real one does.
  playground: [],
  terminal: ['types.ts', 'errors.ts', 'config.ts', 'text', 'article', 'pipeline.ts', 'library', 'replies'],
  // They build things from things, so they see everything.
  rehearsal: [
    'errors.ts',
    'article',
    'nlp',
    'pipeline.ts',
    'pictures',
    'library',
    'desk.ts',
    'discord',
    'commands',
    'playground',
    'terminal',
  ],
  'main.ts': ['config.ts', 'article', 'nlp', 'pipeline.ts', 'terminal', 'serve.ts', 'newsroom.ts'],
  'newsroom.ts': ['config.ts', 'errors.ts', 'article', 'playground', 'serve.ts', 'terminal'],
  'serve.ts': ['config.ts', 'desk.ts', 'discord', 'commands', 'library', 'llm', 'nlp', 'pictures', 'terminal'],
  'cli.ts': [
    'types.ts',
    'errors.ts',
    'config.ts',
    'article',
    'nlp',
    'pipeline.ts',
    'library',
    'replies',
    'terminal',
    'rehearsal',
  ],
}

/** Tools that are run by hand on data of one's own, and read articles for that. Nothing imports them. */
export const byHand = ['nlp/training/']

/** Where each dependency comes in: the files, or a pattern of them. */
export const doors: Readonly<Record<string, readonly string[] | RegExp>> = {
  '@keyv/postgres': ['library/store.ts'],
  '@keyv/redis': ['library/store.ts'],
  '@dagrejs/dagre': ['pictures/who-said-what.ts'],
  '@fontsource/gowun-dodum': ['pictures/fonts.ts'],
  '@fontsource/noto-sans': ['pictures/fonts.ts'],
  '@fontsource/noto-sans-arabic': ['pictures/fonts.ts'],
  '@fontsource/noto-sans-sc': ['pictures/fonts.ts'],
  '@huggingface/tokenizers': ['nlp/model.ts'],
  '@mozilla/readability': ['article/main-text.ts'],
  '@resvg/resvg-js': ['pictures/paint.ts'],
  cac: ['terminal/commands.ts'],
  compromise: ['terminal/bench.ts'],
  chardet: ['article/decode.ts'],
  'discord-api-spec': ['playground/discord/schema.ts'],
  'discord.js': /^(?:discord|commands)\//,
  dotenv: ['config.ts'],
  'franc-min': ['article/language.ts'],
  'ipaddr.js': ['article/address.ts'],
  keyv: /^library\/(?:store|sqlite-adapter)\.ts$/,
  linkedom: ['article/dom.ts'],
  mammoth: ['article/docx.ts'],
  marked: ['article/markdown.ts'],
  'onnxruntime-node': ['nlp/model.ts'],
  openai: ['llm/client.ts'],
  'playwright-core': ['rehearsal/playground.ts'],
  satori: ['pictures/draw.ts'],
  'string-width': ['terminal/layout.ts'],
  // The connector that checks addresses, and the fetching that goes through it.
  undici: ['article/address.ts', 'article/fetch.ts'],
  unpdf: ['article/pdf.ts'],
  // The bench times the tagger bare, so it can't go through the engine's own door.
  'wink-nlp': ['nlp/tag.ts', 'terminal/bench.ts'],
  'wink-eng-lite-web-model': ['nlp/tag.ts', 'terminal/bench.ts'],
  'wrap-ansi': ['terminal/layout.ts'],
  ws: /^playground\/discord\//,
  // Wherever something comes in whose shape nobody vouches for.
  zod: [
    'config.ts',
    'library/records.ts',
    'llm/answer.ts',
    'llm/schema.ts',
    'playground/discord/kept-shape.ts',
    'terminal/break-down.ts',
    'terminal/json-lines.ts',
    'terminal/predict.ts',
    'terminal/scores/gold.ts',
    'terminal/scores/results.ts',
    'terminal/scores/sets.ts',
  ],
}

/** Only measured against, and named as not installed where it is left out. */
export const forDevelopment = ['compromise', 'playwright-core']
