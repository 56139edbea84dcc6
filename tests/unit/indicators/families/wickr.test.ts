import { describeFamily } from '../describe-family';

// Only directly behind the label.
describeFamily('wickr', ['wickr'], {
  hits: [
    ['Wickr: night_shop', 'wickr night_shop'],
    ['wickr me - Trader77', 'wickr trader77'],
    ['викр: sklad.kz1', 'wickr sklad.kz1'],
  ],
  misses: ['Wickr is closed', 'Wickr: https://wickr.com', 'night_shop'],
});
