import { describeFamily } from '../describe-family';

// Eight capitals and digits with a label or link.
describeFamily('threema', ['threema'], {
  hits: [
    ['Threema ID: 4XK7ZB2P', 'threema 4XK7ZB2P'],
    ['https://threema.id/ECHOECHO', 'threema ECHOECHO'],
  ],
  misses: ['4XK7ZB2P', 'Threema DOWNLOAD', 'Threema 12345678'],
});
