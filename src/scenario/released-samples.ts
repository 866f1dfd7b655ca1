/** The worlds in public/samples: links name them in place of holding them. `npm run samples` writes this. */
export const releasedSamples: ReadonlySet<string> = new Set([
  '05deeebfa40f',
  '19ef3e734b64',
  '1fcf8e0fb5dc',
  '47f733d2250f',
  '5cb5d6b79144',
  '7e4a9b817f16',
  'b3d9e21b92ca',
  'b43980240bc4',
  'ba2c2a5275a2',
  'bd760d01277f',
  'c3bc69e7e4ff',
  'cbb4e8e7058e',
  'd1f03c28ec2a',
  'd7387f92d35f',
  'd92034d8d027',
  'f17ec26b5094',
]);
