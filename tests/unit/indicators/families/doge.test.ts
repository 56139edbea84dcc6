import { describeFamily } from '../describe-family';

// Documented Dogecoin addresses.
describeFamily('doge', ['doge'], {
  hits: [
    ['DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L', 'doge DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L'],
    ['DBXu2kgc3xtvCUWFcxFE3r9hEYgmuaaCyD', 'doge DBXu2kgc3xtvCUWFcxFE3r9hEYgmuaaCyD'],
  ],
  suspects: [['DOGE: DH5yaieqoZN36fDVciNyRueRGvGLR3mr7M', 'doge DH5yaieqoZN36fDVciNyRueRGvGLR3mr7M']],
  misses: ['DH5yaieqoZN36fDVciNyRueRGvGLR3mr7M', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
});
