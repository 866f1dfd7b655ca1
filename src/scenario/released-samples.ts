/** The worlds in public/samples: links name them in place of holding them. `npm run samples` writes this. */
export const releasedSamples: ReadonlySet<string> = new Set([
  '05deeebfa40f',
  '19ef3e734b64',
  '47f733d2250f',
  '5cb5d6b79144',
  'b43980240bc4',
  'ba2c2a5275a2',
  'bd760d01277f',
  'c3bc69e7e4ff',
  'cbb4e8e7058e',
  'd1f03c28ec2a',
  'd7387f92d35f',
  'f17ec26b5094',
]);
