import type { SourceKind } from '../../types.ts'

interface Entry {
  readonly kind: SourceKind
  readonly words: string
  readonly source: string
}

/**
 * Words that tell what kind of source a name or a description is, the first entry that fits taken. Matched as whole
 * words in lower case; a phrase with a space as it stands. The kinds and their examples are the contract's.
 */
export const kindWords: readonly Entry[] = [
  {
    kind: 'anonymous',
    words:
      'people familiar|person familiar|sources familiar|source familiar|on condition of anonymity|a source|sources|insiders|people close|person close|officials familiar|those familiar|not authori[sz]ed to speak|people briefed|whistleblower|who asked not to be named|people with knowledge|person with knowledge',
    source: 'the contract: identity withheld',
  },
  {
    kind: 'media',
    words:
      'news agency|news|newspaper|newspapers|magazine|broadcaster|reuters|associated press|ap|afp|bloomberg|cnn|bbc|nbc|cbs|abc|msnbc|cnbc|npr|pbs|al jazeera|xinhua|tass|interfax|post|times|journal|tribune|herald|gazette|chronicle|guardian|telegraph|daily|politico|buzzfeed|axios|huffpost|huffington post|the hill|usa today|vox|breitbart|media|reporter|reporters|journalist|journalists|columnist|outlet|outlets|tv|television|radio|network|press|courier|observer|examiner|sentinel|inquirer|bulletin|newsweek|der spiegel|le monde|sky news|wire|wires',
    source: 'the contract: media; names of agencies and papers as the corpora have them',
  },
  {
    kind: 'document',
    words:
      'report|verdict|ruling|judgment|study|poll|survey|law|filing|filings|document|documents|lawsuit|complaint|indictment|affidavit|statement|release|records|data|figures|statistics|census|transcript|memo|letter|email|emails|presentation|paper|analysis|review|audit|constitution|treaty|database|prospectus|results|evidence|tests|court papers|court documents|article|book|chart|map|video|footage|findings|research',
    source: 'the contract: law, filing, study, poll, statement',
  },
  {
    kind: 'party',
    words:
      'party|democrats|republicans|democrat|republican|democratic|gop|labour|conservatives|tories|liberals|greens|taliban|hamas|hezbollah|rebels|militants|separatists|opposition|campaign|protesters|plaintiffs|defendants|union|plaintiff|defendant|lawyers|lawyer|attorney|attorneys|coalition|isis|islamic state|insurgents|houthis|houthi|supporters|critics|activists|activist|candidate|nominee|strategist',
    source: 'the contract: a party or a side in the dispute',
  },
  {
    kind: 'organisation',
    words:
      'company|corp|corporation|inc|ltd|llc|plc|group|firm|bank|university|college|institute|institution|foundation|association|society|ngo|charity|airline|airlines|manufacturer|organization|organisation|united nations|un|world health organization|who|unicef|unesco|nasa|amnesty|greenpeace|red cross|hospital|club|federation|committee to protect|center|centre|think tank|startup|retailer|maker|operator|exchange|council on|museum|school|church|nonprofit|zoo|team|laboratory|lab|observatory|research agency|spokesperson|spokeswoman|spokesman|executives|scientists at',
    source: 'the contract: company, NGO, university, research agency, the UN',
  },
  {
    kind: 'official',
    words:
      'president|prime minister|minister|ministry|government|govt|police|prosecutor|prosecutors|court|judge|judges|justice|justices|army|military|navy|air force|marines|pentagon|senator|senators|sen|congress|congressman|congresswoman|lawmaker|lawmakers|parliament|attorney general|commission|department|dept|authorities|authority|officials|official|mayor|governor|gov|white house|kremlin|house of representatives|senate|secretary|ambassador|chancellor|sheriff|detective|officer|officers|deputy|general|colonel|col|lieutenant|lt|gen|admiral|commander|troops|state|federal|fbi|cia|sec|nsa|doj|embassy|consulate|council|councillor|city|county|district attorney|agency|bureau|administration|regulator|regulators|king|queen|prince|foreign office|treasury|customs|coast guard|firefighters|fire department|delegate|envoy|diplomat|diplomats|delegation|committee|tribunal|office|rep|representative|aide|presidential|premier|health bosses|health chiefs|inspector|coroner|magistrate|election|border guards|security service|joint chiefs',
    source: 'the contract: speaks for a state body',
  },
]

/** Countries and capitals that stand for their governments when they say something. */
export const states =
  /^(?:the )?(?:russia|ukraine|china|iran|iraq|israel|india|pakistan|france|germany|britain|uk|united kingdom|us|u\.s\.|usa|united states|america|japan|turkey|turkiye|türkiye|syria|egypt|saudi arabia|qatar|north korea|south korea|canada|mexico|australia|poland|italy|spain|greece|brazil|venezuela|cuba|afghanistan|moscow|kyiv|kiev|beijing|washington|tehran|ankara|london|paris|berlin|brussels|jerusalem|tokyo|pyongyang|seoul|new delhi|islamabad|european union|eu|nato|hungary|sweden|norway|finland|denmark|netherlands|belgium|austria|switzerland|ireland|portugal|romania|serbia|belarus|georgia|armenia|azerbaijan|lebanon|jordan|yemen|libya|sudan|ethiopia|kenya|nigeria|south africa|indonesia|malaysia|philippines|vietnam|thailand|myanmar|taiwan|argentina|chile|colombia|peru)$/i

/** Nouns that end the name or the description of a body, not of a person. */
export const bodyNoun =
  /^(?:company|group|firm|agency|commission|ministry|department|organi[sz]ation|government|court|paper|newspaper|network|bank|university|committee|council|union|party|authority|bureau|institute|association|military|army|police|regulator|airline|charity|outlet|broadcaster|station|body|office|campaign|club|team|fund|trust|foundation|federation|alliance|coalition|movement|service|services|centre|center|hospital|school|college|house|board|corporation|corp|inc|society|league|administration|treasury|embassy|parliament|congress|senate|press|times|post|news|lines|airlines|airways|industries|systems|holdings|partners)$/i
