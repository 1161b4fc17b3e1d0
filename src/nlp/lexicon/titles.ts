/** Words before a person's name that are their office or form of address, not part of the name. Lower case, no full stop. */
export const titles = new Set(
  'mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister premier chancellor secretary senator sen representative rep congressman congresswoman governor gov mayor ambassador envoy judge justice chief general gen colonel col lieutenant lt major maj captain capt sergeant sgt admiral adm commander cmdr private corporal officer detective inspector sheriff deputy attorney prosecutor director chairman chairwoman chairperson chair ceo cfo coo spokesman spokeswoman spokesperson press king queen prince princess pope cardinal bishop archbishop rabbi imam reverend rev father sister delegate delegation negotiator adviser advisor aide assistant commissioner minister superintendent coach manager editor reporter correspondent economist analyst scientist researcher doctor founder co-founder owner executive leader speaker councillor councilman councilwoman councilmember alderman candidate nominee foreign defense defence interior finance health justice state treasury house white of and for the'.split(
    ' ',
  ),
)

/** Words for somebody who holds an office that only one can hold: named even without a name. */
export const uniqueOffices =
  /\b(?:president|prime minister|premier|chancellor|prosecutor general|attorney general|governor|mayor|king|queen|pope|secretary of state|secretary-general|foreign minister|defen[cs]e minister|interior minister|finance minister|health minister|chief justice|chief executive|ceo|police chief|sheriff|district attorney|minister|ministry|department|commission|government|military|army|navy|police|court|parliament|senate|congress|agency|authority|bureau|committee|council|university|company|bank|embassy|kremlin|institute|administration|office|union|federation|service)\b/i

/** Words for people who speak for others and aren't named themselves. */
export const spokespersons = /\bspokes(?:man|woman|person|people|men|women)\b/i

/** Words that tell a woman or a man. */
export const female =
  /\b(?:mrs|ms|miss|she|her|woman|spokeswoman|chairwoman|congresswoman|councilwoman|queen|princess|mother|wife|daughter|sister|girl|lady|dame|widow|actress|mum|mom|grandmother)\b/i
export const male =
  /\b(?:mr|he|his|man|spokesman|chairman|congressman|councilman|king|prince|father|husband|son|brother|boy|lord|sir|widower|actor|dad|grandfather)\b/i

/** Names of the calendar, which name nobody. */
export const calendar =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/
