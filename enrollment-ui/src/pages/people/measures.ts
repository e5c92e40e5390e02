/** Measures that can refuse a face, in the order in which a person reads them; others only inform. */
const ORDER = [
  'interEyeDistance',
  'sharpness',
  'headPoseYaw',
  'headPosePitch',
  'headPoseRoll',
  'underExposurePrevention',
  'overExposurePrevention',
  'luminanceMean',
  'leftwardCropOfTheFaceImage',
  'rightwardCropOfTheFaceImage',
  'marginAboveOfTheFaceImage',
  'marginBelowOfTheFaceImage',
  'illuminationUniformity',
  'dynamicRange',
  'singleFacePresent',
];

/** Known measures first; one that a newer service adds comes last. */
export function inOrder(measures: Record<string, number>): [name: string, value: number][] {
  const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return Object.entries(measures).sort(([one], [other]) => place(one) - place(other));
}

/** By the levels of a policy: lenient asks for 5, standard for 20, strict for 50. */
export function grade(score: number): 'strict' | 'standard' | 'lenient' | 'none' {
  return score >= 50 ? 'strict' : score >= 20 ? 'standard' : score >= 5 ? 'lenient' : 'none';
}
