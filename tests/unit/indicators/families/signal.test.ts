import { describeFamily } from '../describe-family';

// Links and usernames beside a label.
describeFamily('signal', ['signal', 'signal-group'], {
  hits: [
    ['https://signal.me/#p/+77011234567', 'signal +77011234567'],
    ['https://signal.group/#CjQKIAbcdefghijklmnop1234567890', 'signal-group CjQKIAbcdefghijklmnop1234567890'],
    ['Signal: trader.42', 'signal trader.42'],
  ],
  misses: ['https://signal.org/download', 'trader.42', 'signal a.1 of report.txt'],
});
