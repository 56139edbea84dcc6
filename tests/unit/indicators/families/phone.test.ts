import { describeFamily } from '../describe-family';

// Local forms by the page’s country, labels in four languages, lists of messengers; numbers that are none.
describeFamily('phone', ['phone', 'whatsapp', 'viber', 'signal', 'qiwi'], {
  hits: [
    ['Тел. 8 (701) 123-45-67', 'phone +77011234567'],
    ['+998 (90) 123-45-67', 'phone +998901234567'],
    ['Telefon: 90-123-45-67 so‘m', 'phone +998901234567'],
    ['Тошкент, тел 71 200 00 00', 'phone +998712000000'],
    ['tel:+12133734253', 'phone +12133734253'],
    ['WhatsApp/Viber: +77011234567', 'whatsapp +77011234567', 'viber +77011234567'],
    ['+7 701 123 45 67 (вайбер)', 'viber +77011234567'],
    ['Ватсап нөмірі +7 701 123 45 67', 'whatsapp +77011234567'],
    [
      'Тел. +7 701 111 22 33 (WhatsApp), +7 702 111 22 33',
      'phone +77011112233',
      'whatsapp +77011112233',
      'phone +77021112233',
    ],
    ['киви +7 701 123 45 67', 'qiwi 77011234567'],
    ['Сигнал +7 701 123 45 67', 'signal +77011234567'],
    ['телефоны: +7 701 123 45 67 +7 702 123 45 67', 'phone +77011234567', 'phone +77021234567'],
  ],
  misses: [
    'заказ № 87011234567',
    'трек 998901234567',
    '+12 345',
    '8 701 км',
    '1714550400',
    '12.05.2024',
    '10:00-22:00',
    '1 234 567 890',
    '+0 123 456 789',
    'артикул 8 (701) 123-45-67',
  ],
  facts: [
    ['+7 701 123 45 67', 'phone +77011234567', { country: 'KZ', kind: 'mobile', range: 'Kcell' }],
    ['+998 93 123 45 67', 'phone +998931234567', { country: 'UZ', kind: 'mobile', range: 'Ucell' }],
    ['+7 727 250 00 11', 'phone +77272500011', { country: 'KZ', kind: 'other' }],
  ],
});
