/** Width and height at which two faces are compared by eye. */
export const COMPARED_PIXELS = 240;
