/** An invented article with allegation, denial, direct speech, a chain and several sources. */
export const ferry = `The union alleged that Strait Lines had removed lifeboats from two ferries. Strait Lines denied that it had removed lifeboats. “We never touched a boat,” said Ada Osk, its director.

Bo Lund said 12 passengers were hurt, Radio Ostrand reported. The quay, which opened in 1961, is closed. The harbour office confirmed that two ships had left. The crew may leave on Friday.`
