import { describeFamily } from '../describe-family';

// Nano documentation: genesis and burn accounts; the old prefix.
describeFamily('nano', ['nano'], {
  hits: [
    [
      'nano_3t6k35gi95xu6tergt6p69ck76ogmitsa8mnijtpxm9fkcm736xtoncuohr3',
      'nano nano_3t6k35gi95xu6tergt6p69ck76ogmitsa8mnijtpxm9fkcm736xtoncuohr3',
    ],
    [
      'nano_1111111111111111111111111111111111111111111111111111hifc8npp',
      'nano nano_1111111111111111111111111111111111111111111111111111hifc8npp',
    ],
    [
      'xrb_3t6k35gi95xu6tergt6p69ck76ogmitsa8mnijtpxm9fkcm736xtoncuohr3',
      'nano nano_3t6k35gi95xu6tergt6p69ck76ogmitsa8mnijtpxm9fkcm736xtoncuohr3',
    ],
  ],
  suspects: [
    [
      'Nano: nano_3t6k35gi95xu6tergt6p69ck76ogmitsa8mnijtpxm9fkcm736xtoncuohr1',
      'nano nano_3t6k35gi95xu6tergt6p69ck76ogmitsa8mnijtpxm9fkcm736xtoncuohr1',
    ],
  ],
  misses: ['nano_3t6k35gi95xu6tergt6p69ck76ogmitsa8mnijtpxm9fkcm736xtoncuohr1'],
});
