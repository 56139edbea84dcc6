import { PROPER_NAMES } from '../proper-names';

/** What every page and the background need: errors, steps, types, journal. */
export const core = {
  app: { name: 'Osmotr', subtitle: 'internet-resursni ko‘zdan kechirish' },
  menu: { capture: 'Sahifani qayd etish' },
  badge: {
    working: 'Osmotr: sahifa qayd etilmoqda',
    done: 'Osmotr: sahifa qayd etildi',
    watched: 'Osmotr: sahifada kuzatuv ro‘yxatidagi qiymat bor',
    failed: 'Osmotr: sahifa qayd etilmadi. Sababini bilish uchun kengaytmani oching',
  },
  error: {
    'page-not-capturable':
      'Brauzer kengaytmalarni bu sahifaga qo‘ymaydi (xizmat sahifasi, kengaytmalar do‘koni va shu kabilar). Avval saqlanganlarga ta’sir qilmadi. Internet-resurs sahifasini ochib, qaytadan urinib ko‘ring.',
    'no-page':
      'Varaqda yuklangan sahifa yo‘q. Hech narsa yo‘qolmadi. Sahifani ochib, yuklanishini kuting va qaytadan urinib ko‘ring.',
    'permission-refused':
      'Brauzer kengaytmaga sahifaga kirish huquqini bermadi. Hech narsa yo‘qolmadi. Brauzer sozlamalarida kengaytmaga barcha saytlarga ruxsat bering va qaytadan urinib ko‘ring.',
    'tab-closed':
      'Qayd etish tugamasdan varaq yopildi, bu qayd saqlanmadi. Avvalgi qaydlar butun. Sahifani qaytadan ochib, yana urinib ko‘ring.',
    'tab-discarded':
      'Brauzer varaqni xotiradan chiqarib yuborgan. Hech narsa yo‘qolmadi. Unga o‘ting, yuklanishini kuting va qaytadan urinib ko‘ring.',
    'page-navigated':
      'Qayd etish vaqtida varaqda boshqa sahifa ochildi, bu qayd saqlanmadi. Avvalgi qaydlar butun. Kerakli sahifaga qaytib, yana urinib ko‘ring.',
    'nothing-captured':
      'Sahifadan hech narsa olinmadi, qayd saqlanmadi. Avvalgi qaydlar butun. Sahifani yangilab, yana urinib ko‘ring; bosqichlar bo‘yicha sabablar jurnalga yozilgan.',
    'capture-interrupted':
      'Qayd etish uzildi: brauzer kengaytmani to‘xtatdi yoki yopildi. Bu qayd saqlanmadi, avvalgilari butun. Sahifani ochib, yana urinib ko‘ring.',
    'time-limit':
      'Brauzer belgilangan vaqtga ulgurmadi. Avvalgi qaydlar butun. Sahifa to‘liq yuklanishini kuting va yana urinib ko‘ring.',
    'quota-exceeded':
      'Diskda joy yetishmaydi, yangi ma’lumotlar saqlanmadi. Avvalgi qaydlar butun. Joy bo‘shating yoki ishlarni tashqi xotira qurilmasiga eksport qilib, yana urinib ko‘ring.',
    'storage-unavailable':
      'Brauzer kengaytmaga ma’lumot saqlashga yo‘l qo‘ymaydi: bu maxfiy oynada yoki doimiy maxfiylik rejimida bo‘ladi. Hech narsa yozilmadi. Brauzerning oddiy oynasini oching.',
    'case-not-found':
      'Ish topilmadi, u endi mavjud bo‘lmasligi mumkin. Hech narsa yo‘qolmadi. Ro‘yxatdan ishni tanlab, yana urinib ko‘ring.',
    'case-empty':
      'Ishda birorta ham qayd yo‘q, eksport qilinadigan narsa yo‘q. Hech narsa yo‘qolmadi. Kamida bitta sahifani qayd etib, yana urinib ko‘ring.',
    'inbox-not-exportable':
      '«Kiruvchi» eksport qilinmaydi: to‘plam ish bo‘yicha tuziladi. Hech narsa yo‘qolmadi. Qaydlarni ishga ko‘chirib, o‘sha ishni eksport qiling.',
    'invalid-case':
      'Ish to‘g‘risidagi ma’lumotlar noto‘g‘ri to‘ldirilgan, o‘zgarishlar saqlanmadi. Maydonlarni tekshiring: nomi majburiy, qiymatlar haddan tashqari uzun bo‘lmasligi kerak.',
    'invalid-indicator': 'Identifikator qo‘shilmadi: qiymati va sababini ko‘rsating. Hech narsa yo‘qolmadi.',
    'invalid-annotation':
      'Yozuv saqlanmadi: maydon bo‘sh, juda uzun yoki belgi surat chetidan chiqqan. Hech narsa yo‘qolmadi. Tuzatib, takrorlang.',
    'invalid-watch':
      'Namuna juda qisqa: «*» belgisidan tashqari kamida uchta belgi kerak. Hech narsa yo‘qolmadi.',
    'artifact-damaged':
      'Saqlangan fayl shikastlangan: o‘z xesh-summasiga mos kelmadi, u to‘plamga kirmaydi. Qolgan ma’lumotlar o‘zgarmadi. Ishni o‘chirmang; texnik mutaxassisga xabar bering va diskni tekshirtiring.',
    'journal-damaged':
      'Ish jurnali zanjiri buzilgan, to‘plam tuzilmadi. Ma’lumotlar o‘zgarmadi. Ishni o‘chirmang; texnik mutaxassisga xabar bering.',
    'download-failed':
      'Brauzer to‘plam faylini saqlamadi. Ish ma’lumotlari butun. Yuklamalar jildi va bo‘sh joyni tekshirib, eksportni takrorlang.',
    'export-running': 'Bu ishning eksporti davom etmoqda. Hech narsa yo‘qolmadi. Tugashini kuting.',
    'export-cancelled': 'To‘plam yaratilmadi. Ish ma’lumotlari butun. Eksportni qaytadan boshlash mumkin.',
    'selection-gone':
      'Tanlangan qaydlardan biri bu ishda endi yo‘q: u ko‘chirilgan. To‘plam yaratilmadi, ma’lumotlar butun. Qaydlarni qaytadan tanlang.',
    'no-room':
      'Diskda to‘plam fayli uchun joy yetishmaydi, u yaratilmadi, yarim yozilgani o‘chirildi. Ish ma’lumotlari butun. Joy bo‘shatib, eksportni takrorlang.',
    'passphrase-refused':
      'Parol yaroqsiz: u juda oddiy yoki unda lotin harflari, raqamlar va klaviatura belgilaridan boshqa belgilar bor. To‘plam yaratilmadi. Boshqasini o‘ylab toping.',
    'case-too-big':
      'Ishdagi ma’lumotlar bitta to‘plam uchun juda ko‘p, to‘plam yaratilmadi. Ish ma’lumotlari butun. Qaydlarning bir qismini boshqa ishga o‘tkazing va ikkalasini eksport qiling.',
    'export-interrupted':
      'Eksport uzildi: brauzer kengaytmani to‘xtatdi yoki yopildi. Ish ma’lumotlari butun. Eksportni qaytadan boshlang.',
    'invalid-deletion':
      'Qayd o‘chirilmadi: sababini va kim o‘chirayotganini ko‘rsating. Hech narsa yo‘qolmadi.',
    'capture-gone':
      'Bu qayd endi yo‘q: u o‘chirilgan, qaytarish vaqti o‘tgan. Raqami, xesh-summalari va o‘chirish sababi ish jurnalida qoldi.',
    'case-archived':
      'Ish arxivda, uni o‘zgartirib bo‘lmaydi. Hech narsa yo‘qolmadi. Ishni arxivdan qaytarib, takrorlang.',
    busy: 'Qayd etish, eksport yoki to‘plamni qabul qilish davom etmoqda. Hech narsa o‘chirilmadi. Tugashini kutib, takrorlang.',
    'backup-unreadable':
      'Bu Osmotr zaxira nusxasi emas yoki uni yangiroq versiya yaratgan. Hech narsa yozilmadi. Boshqa faylni tanlang yoki kengaytmani yangilang.',
    'backup-damaged':
      'Zaxira nusxasi buzilgan: undagi fayl o‘z xesh-summasiga mos kelmadi yoki yo‘q. Hech narsa yozilmadi. Boshqa nusxani oling.',
    'backup-cancelled': 'Bekor qilindi. Kengaytmadagi ma’lumotlar avvalgidek.',
    'restore-not-empty':
      'Kengaytmada ishlar yoki qaydlar bor, shuning uchun tiklash boshlanmadi: raqamlar va jurnallarni aralashtirib bo‘lmaydi. Hech narsa o‘zgarmadi. Borining nusxasini oling, ma’lumotlarni o‘chiring va takrorlang.',
    'restore-running':
      'Zaxira nusxasidan tiklash davom etmoqda, u tugamaguncha hech narsani o‘zgartirib bo‘lmaydi. Hech narsa yo‘qolmadi. Tugashini kutib, takrorlang.',
    'case-imported':
      'Bu ish to‘plamdan qabul qilingan: uni faqat o‘qish mumkin. Hech narsa o‘zgartirilmadi. Yangi qaydlar va belgilarni o‘z ishingizda qiling, to‘plamning o‘zini bering: muhr unda.',
    'import-refused':
      'To‘plam tekshiruvdan o‘tmadi va qabul qilinmadi. Kartoteka o‘zgarmadi. To‘plamni uni muhrlagan shaxsdan qaytadan oling.',
    'import-unreadable':
      'To‘plamning muhri to‘g‘ri, lekin mazmuni bu dastur yozadigan kabi emas. To‘plam qabul qilinmadi, kartoteka o‘zgarmadi. Dasturning yangiroq versiyasi bor-yo‘qligini tekshiring.',
    'import-own-case': 'Bu ish shu kartotekada yuritiladi: qabul qiladigan narsa yo‘q. Kartoteka o‘zgarmadi.',
    'import-conflict':
      'Kartotekada o‘sha qayd yoki o‘sha jurnal bor, lekin mazmuni boshqa. To‘plam qabul qilinmadi, kartoteka o‘zgarmadi. Ikki to‘plamni solishtiring: biri asl emas.',
    'import-known': 'Bu to‘plamdagi hamma narsa avval qabul qilingan. Kartoteka o‘zgarmadi.',
    'import-file-lost': 'To‘plam fayli endi mavjud emas. Kartoteka o‘zgarmadi. Faylni qaytadan tanlang.',
    'import-cancelled': 'Qabul qilish bekor qilindi. Kartoteka o‘zgarmadi.',
    'import-interrupted':
      'To‘plamni qabul qilish vaqtida brauzer yopildi. Yarim qabul qilingan narsa qolmadi. To‘plamni qaytadan qabul qiling.',
    'timestamp-address':
      'Vaqt xizmati manzili yaroqsiz: http:// yoki https:// ko‘rinishidagi to‘liq manzil kerak. Hech narsa yo‘qolmadi. Uni sozlamalarda tuzating.',
    'timestamp-permission':
      'Brauzer kengaytmaga vaqt xizmatiga murojaat qilishga ruxsat bermadi, shuning uchun so‘rov yuborilmadi. Hech narsa yo‘qolmadi. Manzilni sozlamalarda qayta saqlang va brauzer savoliga rozi bo‘ling.',
    'timestamp-unreachable':
      'Vaqt xizmati javob bermadi. Hech narsa yo‘qolmadi. Manzil va tarmoqni tekshiring; belgini tayyor to‘plamga keyin qo‘shish mumkin.',
    'timestamp-slow':
      'Vaqt xizmati belgilangan vaqtda javob bermadi. Hech narsa yo‘qolmadi. Belgini tayyor to‘plamga keyin qo‘shish mumkin.',
    'timestamp-redirect':
      'Vaqt xizmati boshqa manzilga yo‘naltiradi; kengaytma u yerga murojaat qilmadi. Hech narsa yo‘qolmadi. Xizmat manzilini aniqlang.',
    'timestamp-status':
      'Vaqt xizmati xato qaytardi. Hech narsa yo‘qolmadi. Manzilni tekshiring; belgini tayyor to‘plamga keyin qo‘shish mumkin.',
    'timestamp-refused':
      'Vaqt xizmatining javobi tekshiruvdan o‘tmadi va qabul qilinmadi. Hech narsa yo‘qolmadi. Sababi quyida; uni vaqt xizmatiga xabar qiling.',
    'timestamp-untrusted':
      'Belgi ishonchsiz: ildiz noma’lum, shuning uchun u qabul qilinmadi. Hech narsa yo‘qolmadi. Sozlamalarda vaqt xizmatining ildiz sertifikatini yuklang va belgini qayta so‘rang.',
    'not-a-root':
      'Faylda ildiz sertifikati yo‘q (sertifikatlash markazi o‘ziga bergan PEM yoki DER). Hech narsa o‘zgarmadi. Ildiz sertifikati faylini o‘sha markazdan olib, qo‘shing.',
    unexpected:
      'Kengaytmada bo‘lmasligi kerak bo‘lgan xato yuz berdi. Avval saqlanganlar o‘zgarmadi. Hisobotdan nusxa oling (unda ish ma’lumotlari yo‘q) va dasturchilarga bering.',
  },
  room: { needed: 'Kerak: {{size}}', free: 'Bo‘sh: {{size}}' },
  step: {
    viewport: 'Ko‘rinib turgan qismning surati',
    dom: 'Sahifa mazmuni',
    mhtml: 'MHTML arxivi',
    assemble: 'Mustaqil nusxa',
    'page-images': 'Butun sahifaning suratlari',
    panes: 'Ichki sohalar',
    refetch: 'Saytga takroriy so‘rovlar',
    crops: 'Yetishmayotgan rasmlar o‘rniga piksellar',
    qr: 'QR-kodlarni o‘qish',
    indicators: 'Identifikatorlarni qidirish',
    save: 'Saqlash',
  },
  reason: {
    'page-fits-window': 'sahifa oynaga to‘liq sig‘di',
    'not-in-this-browser': 'bu brauzerda bunday imkoniyat yo‘q',
    'no-panes': 'sahifada aylantiriladigan sohalar yo‘q',
    'time-limit': 'brauzer belgilangan vaqtga ulgurmadi',
    'tab-closed': 'varaq yopildi',
    'permission-refused': 'brauzer ruxsat bermadi',
    'page-navigated': 'varaqda boshqa sahifa ochildi',
  },
  outcome: { done: 'bajarildi', failed: 'amalga oshmadi', skipped: 'talab qilinmaydi' },
  indicator: {
    ...PROPER_NAMES,
    'telegram-bot': 'Telegram boti',
    'telegram-channel-or-user': 'Telegram kanali yoki foydalanuvchisi',
    'telegram-invite': 'Telegram taklifnomasi',
    'telegram-id': 'Telegram ID',
    'telegram-folder': 'Telegram chatlar jildi',
    'whatsapp-group': 'WhatsApp guruhi',
    'discord-invite': 'Discord taklifnomasi',
    'signal-group': 'Signal guruhi',
    email: 'Elektron pochta',
    phone: 'Telefon raqami',
    domain: 'Domen',
    card: 'Bank kartasi',
    'uz-account': 'Bank hisobvarag‘i (O‘zbekiston)',
    iin: 'IIN (Qozog‘iston)',
    'kz-bin': 'BIN (Qozog‘iston)',
    geo: 'Koordinatalar',
    'pgp-key': 'PGP kaliti',
    'pgp-fingerprint': 'PGP kaliti barmoq izi',
  },
  confidence: { certain: 'aniq', likely: 'ehtimol', weak: 'shubhali' },
  trigger: { popup: 'kengaytma tugmasi', shortcut: 'tugmalar birikmasi', 'context-menu': 'kontekst menyusi' },
  journal: {
    'case-created': 'Ish ochildi',
    'case-updated': 'Ish ma’lumotlari o‘zgartirildi',
    'procedure-updated': 'Huquqiy asos yoki ishtirokchilar o‘zgartirildi',
    'capture-started': 'Qayd etish boshlandi',
    'capture-saved': 'Qayd saqlandi',
    'capture-failed': 'Qayd etish amalga oshmadi',
    'capture-interrupted': 'Qayd etish uzildi',
    'capture-moved-in': 'Qayd boshqa ishdan qabul qilindi',
    'capture-moved-out': 'Qayd boshqa ishga o‘tkazildi',
    'capture-tagged': 'Qaydning teglari o‘zgartirildi',
    'note-added': 'Izoh qo‘shildi',
    'region-marked': 'Suratda joy belgilandi',
    'region-removed': 'Suratdagi belgi olib tashlandi',
    'indicator-added': 'Identifikator qo‘lda qo‘shildi',
    'indicator-marked': 'Identifikator ishga aloqasi yo‘q deb belgilandi',
    'indicator-unmarked': 'Identifikatordan belgi olib tashlandi',
    'case-archived': 'Ish arxivga topshirildi',
    'case-unarchived': 'Ish arxivdan qaytarildi',
    'capture-deleted': 'Qayd o‘chirildi',
    'capture-restored': 'Qaydni o‘chirish bekor qilindi',
    'backup-created': 'Zaxira nusxasi yaratildi',
    'backup-restored': 'Ma’lumotlar zaxira nusxasidan tiklandi',
    'store-wiped': 'Barcha ma’lumotlar o‘chirildi',
    'sealing-key-created': 'Muhrlash kaliti yaratildi',
    'case-imported': 'Ish to‘plamdan qabul qilindi',
    'export-started': 'Eksport boshlandi',
    'export-finished': 'Eksport tugadi',
    'export-failed': 'Eksport amalga oshmadi',
  },
  unit: { byte: 'B', kilobyte: 'KB', megabyte: 'MB', gigabyte: 'GB', second: 's', millisecond: 'ms' },
} as const;
