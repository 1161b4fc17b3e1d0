/** Width of every picture, in pixels of the layout. */
export const width = 550
/** How many pixels of the file go into one of the layout: a screen of high density shows as many. */
export const zoom = 2
/**
 * Highest picture, in pixels of the file. Discord shows a picture 550 pixels wide as long as it is no higher than 350;
 * a higher one it makes small.
 */
export const mostHeight = 700
