/** Every key may ask who it is. */
const HARMLESS = new Set(['access.decide', 'me']);

/** Whether a key is one for a device that stands where anybody can reach it. */
export function fitnessOf(operations: string[]): 'fit' | 'useless' | 'tooMuch' {
  if (!operations.includes('access.decide')) {
    return 'useless';
  }
  return operations.every((operation) => HARMLESS.has(operation)) ? 'fit' : 'tooMuch';
}
