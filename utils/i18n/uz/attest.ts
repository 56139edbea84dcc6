import type { Texts } from '../texts';

/** Timestamps and electronic signatures of a bundle, as the report tells of them. */
export const attest: Texts['verify']['attest'] = {
  title: 'Vaqt belgilari va imzolar',
  kind: { timestamp: 'Vaqt belgisi', 'e-signature': 'Elektron imzo' },
  state: {
    trusted: 'to‘g‘ri, ishonchli',
    untrusted: 'to‘g‘ri, ishonchsiz: ildiz noma’lum',
    unchecked: 'tekshirilmagan: algoritm',
    invalid: 'haqiqiy emas',
  },
  note: {
    timestamp: {
      trusted:
        'Belgi shu to‘plamga berilgan, imzosi to‘g‘ri, sertifikati yuklangan ildiz sertifikatiga olib boradi.',
      untrusted:
        'Belgi shu to‘plamga berilgan, imzosi to‘g‘ri. Qaysi xizmatniki ekanini bu yerda tasdiqlab bo‘lmaydi: kerakli ildiz sertifikati yuklanmagan.',
      unchecked:
        'Belgi shu to‘plamga berilgan, lekin imzosi bu dastur hisoblamaydigan algoritm bilan qilingan. Uni sertifikatlash markazi dasturi bilan tekshiring.',
      invalid: 'Belgi bu to‘plamning vaqtini tasdiqlamaydi: sababi yuqorida ko‘rsatilgan.',
    },
    'e-signature': {
      trusted:
        'Shu to‘plam bayonoti ostidagi imzo to‘g‘ri, sertifikati yuklangan ildiz sertifikatiga olib boradi.',
      untrusted:
        'Shu to‘plam bayonoti ostidagi imzo to‘g‘ri. Kimniki ekanini bu yerda tasdiqlab bo‘lmaydi: kerakli ildiz sertifikati yuklanmagan.',
      unchecked:
        'Imzo bu dastur hisoblamaydigan algoritm bilan qilingan. Quyidagi ma’lumotlar sertifikatdan olingan va tekshirilmagan; imzoni milliy dastur bilan tekshiring.',
      invalid: 'Imzo bu to‘plamni tasdiqlamaydi: sababi yuqorida ko‘rsatilgan.',
    },
  },
  fact: {
    time: 'Belgidagi vaqt',
    claimed: 'Imzolangan vaqt (imzolovchi ko‘rsatgan)',
    subject: 'Sertifikat egasi',
    numbers: 'JShShIR, STIR, IIN, BIN',
    issuer: 'Kim bergan',
    serialNumber: 'Seriya raqami',
    validity: 'Amal qilish muddati',
    algorithm: 'Algoritm',
    policy: 'Vaqt xizmati siyosati',
    tokenSerial: 'Belgi raqami',
    root: 'Ildiz sertifikati',
  },
  roots: 'Ildiz sertifikatlari',
  rootsNote:
    'Belgilar va imzolar kimniki ekanini tasdiqlash uchun to‘plamdan emas, boshqa yo‘l bilan olingan ildiz sertifikatlarini (PEM, DER) shu yerga qo‘shing.',
  rootsChoose: 'Sertifikatlar qo‘shish',
  rootsLoaded: 'Yuklangan sertifikatlar: {{number}}',
  rootsBad: 'Bu ildiz sertifikati emas',
};
