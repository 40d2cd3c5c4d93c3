/** A finger and most likely a keyboard on the screen: Enter is a new line there, and a camera is at hand. */
export const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches;
