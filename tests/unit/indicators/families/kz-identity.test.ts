import { describeFamily } from '../describe-family';

// Check digits of IIN and BIN, a label beside them.
describeFamily('kz-identity', ['iin', 'kz-bin'], {
  hits: [
    ['ИИН 900101300017', 'iin 900101300017'],
    ['ЖСН: 900101300017', 'iin 900101300017'],
    ['БИН 990840000384', 'kz-bin 990840000384'],
  ],
  suspects: [['ИИН 900101300018', 'iin 900101300018']],
  misses: ['900101300017', 'ИИН 901301300017', 'ИНН 900101300017'],
});
