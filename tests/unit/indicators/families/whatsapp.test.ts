import { describeFamily } from '../describe-family';

// Links with numbers and group codes.
describeFamily('whatsapp', ['whatsapp', 'whatsapp-group'], {
  hits: [
    ['https://wa.me/77011234567', 'whatsapp +77011234567'],
    ['wa.me/+77011234567', 'whatsapp +77011234567'],
    ['https://api.whatsapp.com/send/?phone=%2B998901234567&text=hi', 'whatsapp +998901234567'],
    ['whatsapp://send?phone=77011234567', 'whatsapp +77011234567'],
    ['https://chat.whatsapp.com/invite/BvZ1Xq2Yw3Et4Ru5Ty6Ui7', 'whatsapp-group BvZ1Xq2Yw3Et4Ru5Ty6Ui7'],
  ],
  misses: [
    'https://wa.me/message/ABC',
    'https://www.whatsapp.com/download',
    'https://wa.me/12',
    'https://chat.whatsapp.com/abc',
  ],
  facts: [
    [
      'https://wa.me/77011234567?text=Hi%20there',
      'whatsapp +77011234567',
      { text: 'Hi there', country: 'KZ' },
    ],
  ],
});
