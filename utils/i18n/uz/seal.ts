/** Trusted time: its settings, and what is added to a bundle's seal afterwards. */
export const seal = {
  trustedTime: {
    title: 'Ishonchli vaqt',
    note: 'Vaqt xizmati (RFC 3161) to‘plam u ko‘rsatgan vaqtda mavjud bo‘lganini tasdiqlaydi. Unga faqat bayonotning xesh-summasi yuboriladi: materiallar ham, ish ma’lumotlari ham emas. Manzil bo‘lmasa, xizmatga so‘rov yuborilmaydi.',
    url: 'Vaqt xizmati manzili',
    urlHint: 'Bu manzilga ruxsat hali bo‘lmasa, brauzer faqat shunga ruxsat so‘raydi',
    save: 'Manzilni saqlash',
    saved: 'Manzil saqlandi',
    refused:
      'Brauzer bu manzilga murojaat qilishga ruxsat bermadi, manzil saqlanmadi. Ruxsatsiz belgini fayl bilan olish mumkin: «To‘plamni tekshirish» → «Vaqt belgisi va imzo».',
    removed: 'Manzil olib tashlandi: belgilar so‘ralmaydi',
    atExport: 'Har bir eksportda belgi so‘rash',
    atExportNote: 'Xizmat javob bermasa, to‘plam belgisiz saqlanadi.',
    roots: 'Ildiz sertifikatlari',
    rootsNote:
      'Belgilar va imzolar shu sertifikatlardan biriga olib borsagina ishonchli hisoblanadi. Ularni to‘plamdan emas, sertifikatlash markazidan oling.',
    noRoots:
      'Ildiz sertifikatlari yo‘q: vaqt xizmati belgilari qabul qilinmaydi, to‘plamlardagi belgilar va imzolar ishonchli hisoblanmaydi.',
    addRoots: 'Sertifikatlar qo‘shish (PEM, DER)',
    remove: 'Sertifikatni olib tashlash',
    validity: 'Amal qiladi: {{from}} – {{to}}',
  },
  sealAddition: {
    title: 'Vaqt belgisi va imzo',
    note: 'Muhrlangan to‘plamga vaqt belgisi yoki milliy dastur imzosini qo‘shish mumkin. Muhrlangan hamma narsa bayt-bayt o‘zgarmay qoladi; yangi ZIP fayl saqlanadi.',
    request: 'Vaqt belgisini qo‘shish',
    requestNote: '{{host}} xizmati faqat bayonotning xesh-summasini oladi.',
    noAuthority:
      'Sozlamalarda vaqt xizmati ko‘rsatilmagan. So‘rovni saqlab, boshqa kompyuterdan yuborish mumkin.',
    saveQuery: 'So‘rovni saqlash (.tsq)',
    addFile: 'Fayl qo‘shish (.tsr, .p7s, .cms, .sig)',
    saveStatement: 'Imzolash uchun bayonotni saqlash',
    statementNote: 'To‘plamdagi signature.json fayli imzolanadi: alohida imzo bilan yoki fayl bilan birga.',
    working: 'Belgi yoki imzo tekshirilmoqda',
    added: 'Yangi to‘plam yuklamalar jildiga saqlandi',
    notAdded: 'Qo‘shilmadi: {{reason}}',
    has: 'To‘plamda vaqt belgisi bor.',
  },
} as const;
